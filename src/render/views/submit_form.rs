//! The form for submissions as its template prints it. Knows no question.

use crate::render::view::{view, words};

view! {
    /// The form that writes a new listing. Its script finds everything by `data-` attributes.
    Submit<'site>("the form for submissions") {
        /// The parts of the form.
        parts: Vec<FormPart>,
        /// The agreement that has to be accepted.
        agreement: Option<Agreement<'site>>,
        /// The host of the repository, such as `github.com`.
        host: &'site str,
        /// The URL of the repository.
        repository_url: &'site str,
        /// The URL of the page `publish`, if the catalogue has it.
        guide_url: Option<String>,
        /// The URL of the forge's form, which works without a script.
        issue_url: Option<String>,
        /// The data for the script as JSON for a `<script>`: print it with `| safe`.
        data: String,
    }
}

view! {
    /// A part of the form.
    FormPart("a part of the form") {
        /// Its id.
        id: &'static str,
        /// Its heading.
        title: String,
        /// The sentence below the heading.
        about: Option<String>,
        /// Its questions.
        fields: Vec<FormField>,
    }
}

view! {
    /// A question of the form.
    FormField("a question of the form") {
        /// Its name, which is that of the flag of `pressmark new`.
        id: &'static str,
        /// The question.
        label: String,
        /// The hint.
        hint: Option<String>,
        /// How it is answered.
        control: FormControl,
        /// The type of its `<input>`.
        input_type: InputType,
        /// The usual answer.
        usual: Option<String>,
        /// Whether it is hidden until other answers make it arise.
        hidden: bool,
        /// Whether it can be left out.
        optional: bool,
        /// Answers to choose from, or that are proposed.
        options: Vec<FormOption>,
    }
}

words! {
    /// Ways to answer a question.
    FormControl {
        /// One of several answers.
        Radio = "radio",
        /// Any of several answers.
        Checkbox = "checkbox",
        /// Several lines.
        Lines = "lines",
        /// A line, with proposals.
        List = "list",
        /// A line.
        Line = "line",
    }
}

words! {
    /// Types of `<input>`.
    InputType {
        /// Text.
        Text = "text",
        /// An e-mail address.
        Email = "email",
        /// A URL.
        Url = "url",
    }
}

view! {
    /// An answer to choose.
    FormOption("an answer to choose") {
        /// The value that is written into the listing.
        value: String,
        /// The label for visitors; absent where it is the value.
        label: Option<String>,
        /// The explanation, one sentence.
        about: Option<String>,
    }
}

view! {
    /// The agreement in force.
    Agreement<'site>("the agreement in force") {
        /// Its version.
        version: &'site str,
        /// Its title.
        title: String,
        /// The URL of its text.
        url: Option<String>,
    }
}
