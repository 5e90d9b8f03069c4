//! The lists an SVG is held against, and their bounds. Knows names; reads nothing.

pub(super) const SVG: &str = "http://www.w3.org/2000/svg";
pub(super) const XLINK: &str = "http://www.w3.org/1999/xlink";
pub(super) const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// Namespaces whose elements or attributes do something in a browser, besides those of SVG.
pub(super) const ACTIVE: [&str; 5] = [
    "http://www.w3.org/1999/xhtml",
    "http://www.w3.org/1998/Math/MathML",
    "http://www.w3.org/2001/xml-events",
    "http://www.w3.org/1999/XSL/Transform",
    "http://www.w3.org/2001/XInclude",
];

pub(super) const MAX_BYTES: usize = 8 << 20;
pub(super) const MAX_DEPTH: usize = 64;
pub(super) const MAX_ELEMENTS: usize = 50_000;
pub(super) const MAX_ATTRIBUTES: usize = 256;
pub(super) const MAX_NAMESPACES: usize = 128;
pub(super) const MAX_PROBLEMS: usize = 20;
/// How many elements a browser would draw once every `<use>`, pattern and mask is followed.
pub(super) const MAX_DRAWN: u64 = 200_000;
/// How far references may lead to elements with references.
pub(super) const MAX_CHAIN: usize = 256;

/// Elements of the SVG namespace that may occur. Not among them: what runs (`script`), embeds (`foreignObject`, `iframe`), leads away
/// (`a`), or sets attributes later (`animate`, `set`).
#[rustfmt::skip]
pub(super) const ELEMENTS: &[&str] = &[
    "circle", "clipPath", "defs", "desc", "ellipse", "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite",
    "feConvolveMatrix", "feDiffuseLighting", "feDisplacementMap", "feDistantLight", "feDropShadow", "feFlood", "feFuncA", "feFuncB",
    "feFuncG", "feFuncR", "feGaussianBlur", "feImage", "feMerge", "feMergeNode", "feMorphology", "feOffset", "fePointLight",
    "feSpecularLighting", "feSpotLight", "feTile", "feTurbulence", "filter", "g", "image", "line", "linearGradient", "marker", "mask",
    "metadata", "path", "pattern", "polygon", "polyline", "radialGradient", "rect", "stop", "style", "svg", "switch", "symbol",
    "text", "textPath", "title", "tspan", "use", "view",
];

/// Attributes without a prefix that may occur on them. `href` is looked at apart.
#[rustfmt::skip]
pub(super) const ATTRIBUTES: &[&str] = &[
    "alignment-baseline", "amplitude", "azimuth", "backdrop-filter", "baseFrequency", "baseProfile", "baseline-shift", "bias",
    "class", "clip", "clip-path", "clip-rule", "clipPathUnits", "color", "color-interpolation", "color-interpolation-filters",
    "color-profile", "color-rendering", "contentScriptType", "contentStyleType", "cx", "cy", "d", "diffuseConstant", "direction",
    "display", "divisor", "dominant-baseline", "dx", "dy", "edgeMode", "elevation", "enable-background", "exponent", "fill",
    "fill-opacity", "fill-rule", "filter", "filterRes", "filterUnits", "flood-color", "flood-opacity", "focusable", "font",
    "font-family", "font-feature-settings", "font-kerning", "font-size", "font-size-adjust", "font-stretch", "font-style",
    "font-variant", "font-variation-settings", "font-weight", "fr", "fx", "fy", "glyph-orientation-horizontal",
    "glyph-orientation-vertical", "gradientTransform", "gradientUnits", "height", "href", "id", "image-rendering", "in", "in2",
    "intercept", "isolation", "k1", "k2", "k3", "k4", "kernelMatrix", "kernelUnitLength", "kerning", "lang", "lengthAdjust",
    "letter-spacing", "lighting-color", "limitingConeAngle", "line-height", "marker", "marker-end", "marker-mid", "marker-start",
    "markerHeight", "markerUnits", "markerWidth", "mask", "mask-type", "maskContentUnits", "maskUnits", "media", "method",
    "mix-blend-mode", "mode", "name", "numOctaves", "offset", "opacity", "operator", "order", "orient", "overflow", "p-id",
    "paint-order", "path", "pathLength", "patternContentUnits", "patternTransform", "patternUnits", "pointer-events", "points",
    "pointsAtX", "pointsAtY", "pointsAtZ", "preserveAlpha", "preserveAspectRatio", "primitiveUnits", "property", "r", "radius",
    "refX", "refY", "rendering-intent", "requiredExtensions", "requiredFeatures", "result", "role", "rotate", "rx", "ry", "scale",
    "seed", "shape-rendering", "side", "slope", "solid-color", "solid-opacity", "space", "spacing", "specularConstant",
    "specularExponent", "spreadMethod", "startOffset", "stdDeviation", "stitchTiles", "stop-color", "stop-opacity", "stroke",
    "stroke-alignment", "stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit",
    "stroke-opacity", "stroke-width", "style", "surfaceScale", "systemLanguage", "t", "tabindex", "tableValues", "targetX", "targetY",
    "text-align", "text-anchor", "text-decoration", "text-overflow", "text-rendering", "textLength", "title", "transform",
    "transform-box", "transform-origin", "type", "unicode-bidi", "values", "vector-effect", "version", "viewBox", "visibility",
    "width", "word-spacing", "writing-mode", "x", "x1", "x2", "y", "y1", "y2", "z", "zoomAndPan",
];
