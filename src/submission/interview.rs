//! The questions one after the other, each answer judged at once. Knows no terminal: whoever puts the questions does.

use super::{Answers, DryRun, Kind, Need, Offer, Question, Topic, flow, hint, need, next, offers, slug, slug_of};

/// A question as it is put.
#[derive(Debug)]
pub struct Asked {
    /// The question.
    pub question: &'static Question,
    /// The question.
    pub prompt: String,
    /// Its number, from 1, and how many there are, as far as the answers say now.
    pub step: (usize, usize),
    /// How it is answered: a choice among nothing becomes a line of text.
    pub kind: Kind,
    /// Whether it may be passed over.
    pub need: Need,
    /// The choices.
    pub offers: Vec<Offer>,
    /// Notes of the catalogue before it.
    pub hint: Option<String>,
    /// The earlier answer, or one that was found elsewhere.
    pub initial: Vec<String>,
}

/// The reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// An answer; nothing passes the question over.
    Values(Vec<String>),
    /// Back to the question before.
    Back,
}

/// No one answers any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("stopped: nothing was written")]
pub struct Stopped;

/// Whoever puts the questions.
pub trait Prompt {
    /// Puts one question.
    ///
    /// # Errors
    /// When there is no one to answer any more.
    fn ask(&mut self, asked: &Asked) -> Result<Reply, Stopped>;

    /// Says something between two questions.
    fn say(&mut self, said: Message<'_>);
}

/// A message between two questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Message<'text> {
    /// Worth knowing.
    Note(&'text str),
    /// Taken, but should be mended.
    Warning(&'text str),
    /// Not taken.
    Refusal(&'text str),
}

/// The start of an interview.
#[derive(Debug, Clone, Default)]
pub struct Interview {
    /// Answers that are not asked again.
    pub answers: Answers,
    /// Answers that were found elsewhere and are offered for confirmation.
    pub suggestions: Answers,
}

/// Puts every open question and returns all answers.
///
/// # Errors
/// When there is no one to answer any more.
pub fn interview(start: Interview, dry_run: &DryRun, prompt: &mut dyn Prompt) -> Result<Answers, Stopped> {
    let Interview { mut answers, suggestions } = start;
    let mut asked: Vec<Topic> = Vec::new();
    let mut earlier = suggestions;
    let mut warned = Answers::default();
    while let Some(question) = next(&answers, dry_run.raw()) {
        let topic = question.topic;
        let step = (asked.len() + 1, asked.len() + flow::open(&answers, dry_run.raw()).count());
        let put = put(question, step, &answers, &earlier, dry_run);
        match prompt.ask(&put)? {
            Reply::Back => match asked.pop() {
                Some(last) => {
                    earlier.set(last, answers.list(last).to_vec());
                    answers.forget(last);
                }
                None => return Err(Stopped),
            },
            Reply::Values(values) => {
                let values = if topic == Topic::Publisher { with_slug(values, &mut earlier, prompt) } else { values };
                let mut tried = answers.clone();
                tried.set(topic, &values);
                earlier.set(topic, &values);
                // Whoever gives the same answer again has read the warning and means it.
                let insists = warned.is_settled(topic) && warned.list(topic) == tried.list(topic);
                match settle(&put, &tried, dry_run, insists, prompt) {
                    Judged::Refused => {
                        offer_after_refusal(topic, &tried, dry_run, &mut earlier);
                        continue;
                    }
                    Judged::Doubtful if !insists => {
                        prompt.say(Message::Note("the same answer again keeps it"));
                        warned.set(topic, tried.list(topic));
                        continue;
                    }
                    Judged::Doubtful | Judged::Taken => {}
                }
                answers = tried;
                asked.push(topic);
            }
        }
    }
    Ok(answers)
}

fn put(question: &'static Question, step: (usize, usize), answers: &Answers, earlier: &Answers, dry_run: &DryRun) -> Asked {
    let raw = dry_run.raw();
    let offers = offers(question.topic, raw);
    let kind = match question.kind {
        Kind::Choices if offers.is_empty() => Kind::Words,
        Kind::ChoiceOrLine if offers.is_empty() => Kind::Line,
        kind => kind,
    };
    let need = need(question.topic, answers, raw);
    let mut initial = earlier.list(question.topic).to_vec();
    if let (true, Need::Default(usual)) = (initial.is_empty(), &need) {
        initial.push((*usual).to_owned());
    }
    let hint = match (hint(question.topic, answers, raw), passes(&need, kind, &initial)) {
        (Some(hint), Some(passes)) => Some(format!("{hint} {passes}")),
        (hint, passes) => hint.or(passes.map(str::to_owned)),
    };
    Asked { question, prompt: question.english_prompt(), step, kind, need, offers, hint, initial }
}

/// How a question is passed over, where that is not plain from what is shown.
fn passes(need: &Need, kind: Kind, initial: &[String]) -> Option<&'static str> {
    match kind {
        Kind::Choice | Kind::Choices | Kind::ChoiceOrLine => None,
        _ if *need != Need::Optional => None,
        _ if initial.is_empty() => Some("Enter passes over it."),
        _ => Some("Enter takes it, an empty line passes over it."),
    }
}

/// Prepares the answer when the question about `topic` is asked again after a refusal.
fn offer_after_refusal(topic: Topic, tried: &Answers, dry_run: &DryRun, earlier: &mut Answers) {
    if need(topic, tried, dry_run.raw()) == Need::Optional {
        // Otherwise Enter, which passes over it, would give the refused answer again forever.
        earlier.forget(topic);
    }
}

/// The slug of the publisher whose name was given instead; the name is kept for its own question.
fn with_slug(values: Vec<String>, earlier: &mut Answers, prompt: &mut dyn Prompt) -> Vec<String> {
    let [name] = &values[..] else { return values };
    let Some(slug) = slug::of_name(name).filter(|_| !slug::is_valid(name)) else { return values };
    prompt.say(Message::Note(&format!("its slug is `{slug}` (Esc to choose another one)")));
    earlier.set(Topic::PublisherName, [name]);
    vec![slug]
}

/// The result of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Judged {
    Taken,
    Doubtful,
    Refused,
}

/// Says what there is to say to the last answer; not a second time to one who `insists`.
fn settle(asked: &Asked, tried: &Answers, dry_run: &DryRun, insists: bool, prompt: &mut dyn Prompt) -> Judged {
    let topic = asked.question.topic;
    if tried.text(topic).is_none() {
        if need(topic, tried, dry_run.raw()) != Need::Required {
            return Judged::Taken;
        }
        let needed = match asked.kind {
            Kind::Choice | Kind::ChoiceOrLine => "the listing needs an answer: choose one with the arrow keys, or type to search",
            Kind::Choices => "the listing needs at least one: choose with Space, then press Enter",
            _ if asked.question.instead.is_empty() => "the listing needs an answer",
            _ => "the listing needs an answer to this one or one of those before it",
        };
        prompt.say(Message::Refusal(needed));
        return Judged::Refused;
    }
    let (errors, warnings): (Vec<_>, Vec<_>) = dry_run.problems_with(tried, topic).into_iter().partition(|problem| problem.is_error);
    for error in &errors {
        prompt.say(Message::Refusal(&error.in_flags()));
    }
    for warning in warnings.iter().filter(|_| !insists) {
        prompt.say(Message::Warning(&warning.in_flags()));
    }
    if !errors.is_empty() {
        return Judged::Refused;
    }
    if let (Topic::Name, Some(slug)) = (topic, slug_of(tried)) {
        prompt.say(Message::Note(&format!("its folder will be listings/{slug}/ (another one: --slug)")));
    }
    if warnings.is_empty() { Judged::Taken } else { Judged::Doubtful }
}
