"""The faults that questionnaires are broken with, one to a file. What each does stands in its first line, and whether a
JSON schema of the format can see it: ids that must differ, references, routes, languages and words it cannot.

A fault changes the questionnaire before it is written, or returns the change to make to its text."""

FAULTS = {}


def fault(function):
    FAULTS[function.__name__.replace("_", "-")] = function
    return function


def broken(name, made, yaml):
    change = FAULTS[name](made)
    content = yaml(made)
    if change is None:
        return content
    old, new = change
    assert old in content, (name, old)
    return content.replace(old, new, 1)


def middle(made):
    """A question that stands in the middle, with choices of its own."""
    return made["questions"][20]


def choice(made, step):
    return middle(made)["choices"][step]


# What a JSON schema can see.


@fault
def weight_is_a_word(made):
    """schema: a weight that is no number"""
    middle(made)["weight"] = "two"


@fault
def negative_weight(made):
    """schema: a weight below zero"""
    middle(made)["weight"] = -1


@fault
def misspelt_type(made):
    """schema: a type of question that does not exist"""
    middle(made)["type"] = "choise"


@fault
def no_question_text(made):
    """schema: a question without its text"""
    del middle(made)["ask"]


@fault
def misspelt_field(made):
    """schema: a field with a typing error"""
    middle(made)["wieght"] = middle(made).pop("weight")


@fault
def choice_without_label(made):
    """schema: a choice without words"""
    del choice(made, 2)["label"]


@fault
def version_of_two_parts(made):
    """schema: a version that is not three numbers"""
    made["version"] = "1.0"


@fault
def id_with_a_blank(made):
    """schema: an id that is none"""
    made["id"] = "vragen lijst"


@fault
def no_languages(made):
    """schema: an empty list of languages"""
    made["languages"] = []


@fault
def coverage_over_one(made):
    """schema: a share over 1"""
    made["scoring"]["min_coverage"] = 1.6


@fault
def no_scale(made):
    """schema: no scale"""
    del made["scale"]


@fault
def other_format(made):
    """schema: a format that does not exist"""
    made["peil"] = "questionnaire/9"


@fault
def negative_value(made):
    """schema: a choice worth less than nothing"""
    choice(made, 0)["value"] = -1


@fault
def no_choices(made):
    """schema: an empty list of choices"""
    middle(made)["choices"] = []


@fault
def no_minutes_at_all(made):
    """schema: zero minutes"""
    made["minutes"] = 0


@fault
def quick_in_words(made):
    """schema: a word where true or false should stand"""
    middle(made)["quick"] = "sometimes"


@fault
def stage_without_start(made):
    """schema: a stage without its lower bound"""
    del made["scale"]["stages"][2]["from"]


@fault
def text_for_a_list(made):
    """schema: a text where a list should stand"""
    made["questions"] = "none"


@fault
def unknown_test(made):
    """schema: a condition with a test that does not exist"""
    middle(made)["when"] = {made["questions"][0]["id"]: {"at_leest": 1}}


@fault
def open_quote(made):
    """schema: a quote that is not closed"""
    return '?"\n', "?\n"


@fault
def tab_for_blanks(made):
    """schema: a tab in the indentation"""
    return "    weight:", "\tweight:"


@fault
def open_bracket(made):
    """schema: a bracket that is not closed"""
    return "}\n", "\n"


# What it cannot.


@fault
def same_field_twice(made):
    """the same field twice in one map"""
    return "licence: CC-BY-4.0\n", "licence: CC-BY-4.0\nlicence: CC0-1.0\n"


@fault
def anchor(made):
    """an anchor"""
    return "licence: CC-BY-4.0", "licence: &l CC-BY-4.0"


@fault
def two_documents(made):
    """a second document in the file"""
    return "axes:\n", "---\naxes:\n"


@fault
def missing_translation(made):
    """a text that is missing in one language"""
    del middle(made)["ask"]["en"]


@fault
def language_not_listed(made):
    """a text in a language that is not listed"""
    middle(made)["ask"]["fr"] = "Où en est le travail ?"


@fault
def same_question_id(made):
    """an id that two questions have"""
    middle(made)["id"] = made["questions"][3]["id"]


@fault
def same_choice_id(made):
    """an id that two choices have"""
    choice(made, 3)["id"] = 1


@fault
def reserved_id(made):
    """an id that tables use themselves"""
    middle(made)["id"] = "overall"


@fault
def unknown_dimension(made):
    """a question at a dimension that does not exist"""
    middle(made)["at"]["thema"] = "draagvlak-en-meer"


@fault
def incomplete_place(made):
    """a question without a dimension of one axis"""
    del middle(made)["at"]["thema"]


@fault
def unknown_role(made):
    """a question for a role that does not exist"""
    middle(made)["roles"] = ["ict", "griffie"]


@fault
def condition_on_nothing(made):
    """a condition on a question that does not exist"""
    middle(made)["when"] = {"ri-str-99": {"at_least": 1}}


@fault
def condition_on_itself(made):
    """a condition of a question on itself"""
    middle(made)["when"] = {middle(made)["id"]: {"at_least": 1}}


@fault
def condition_on_later(made):
    """a condition on a question that comes later"""
    middle(made)["when"] = {made["questions"][40]["id"]: {"at_least": 1}}


@fault
def condition_on_unknown_choice(made):
    """a condition on a choice that does not exist"""
    middle(made)["when"] = {made["questions"][0]["id"]: {"is": [7]}}


@fault
def never_asked(made):
    """a question that nobody can be asked"""
    first = made["questions"][0]["id"]
    middle(made)["when"] = {"all": [{first: {"at_least": 3}}, {first: {"at_most": 1}}]}


@fault
def always_asked(made):
    """a condition that keeps nobody out"""
    first = made["questions"][0]["id"]
    middle(made)["when"] = {"any": [{first: {"at_least": 1}}, {"not": {first: {"at_least": 1}}}]}


@fault
def never_asked_of_role(made):
    """a question that one of its roles can never be asked"""
    made["questions"][1]["roles"] = ["ict"]
    made["questions"][1].pop("when", None)
    middle(made)["roles"] = ["ict", "politiek"]
    middle(made)["when"] = {made["questions"][1]["id"]: {"at_least": 1}}


@fault
def part_without_effect(made):
    """an alternative that lets nobody in"""
    first = made["questions"][0]["id"]
    middle(made)["when"] = {"any": [{first: {"at_least": 1}}, {first: {"at_least": 3}}]}


@fault
def stages_out_of_order(made):
    """stages that do not rise"""
    stages = made["scale"]["stages"]
    stages[2]["from"], stages[3]["from"] = stages[3]["from"], stages[2]["from"]


@fault
def stage_over_the_scale(made):
    """a stage that starts above the highest score"""
    made["scale"]["stages"][4]["from"] = 7


@fault
def choices_without_spread(made):
    """choices that are all worth the same"""
    for one in middle(made)["choices"]:
        one["value"] = 2


@fault
def choice_without_value(made):
    """one choice of a list without its value"""
    del choice(made, 2)["value"]


@fault
def falling_values(made):
    """values that do not rise with the steps"""
    choice(made, 1)["value"], choice(made, 3)["value"] = 3, 1


@fault
def same_label(made):
    """two choices with the same words"""
    choice(made, 3)["label"] = choice(made, 2)["label"]


@fault
def same_question(made):
    """the same question twice"""
    for one in (middle(made), made["questions"][21]):
        one.pop("roles", None)
    made["questions"][21]["ask"] = middle(made)["ask"]


@fault
def not_translated(made):
    """a text left in the other language"""
    middle(made)["ask"]["en"] = middle(made)["ask"]["nl"]


@fault
def placeholder(made):
    """a text that is still to be written"""
    middle(made)["ask"]["nl"] = "Vraag nog in te vullen"


@fault
def joined_states(made):
    """a choice that joins two states"""
    choice(made, 2)["label"]["nl"] = "Beschreven en ingericht"


@fault
def not_knowing(made):
    """not knowing as the lowest state"""
    choice(made, 0)["label"]["nl"] = "Onbekend"


@fault
def long_help(made):
    """help longer than a screen"""
    middle(made)["help"] = {"nl": "Dit gaat over het archief van de gemeente. " * 40, "en": "This is about the archive. " * 60}


@fault
def impossible_minutes(made):
    """minutes that cannot be"""
    made["minutes"] = 3


@fault
def wrong_golden_test(made):
    """a golden test with another score than comes out"""
    made["tests"][0]["expect"]["overall"] = 3


@fault
def dominant_weight(made):
    """a cell that outweighs all others together"""
    made["cells"][4]["weight"] = 100


@fault
def empty_dimension(made):
    """a dimension without questions"""
    extra = {"id": "vertrouwen", "title": {"nl": "Vertrouwen", "en": "Trust"}}
    made["axes"][1]["dimensions"].append(extra)


@fault
def role_without_questions(made):
    """a role that is asked nothing"""
    made["roles"].append({"id": "raad", "title": {"nl": "Raadslid", "en": "Council member"}})
    for one in made["questions"]:
        one.setdefault("roles", ["ict", "dienst", "directie", "politiek"])
        one.pop("when", None)
