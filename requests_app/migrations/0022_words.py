"""The database keeps the words of each text: a search is never behind, whoever writes.

Only the beginning of a very long text is taken: the words of one row may take a megabyte at most.
"""

# ruff: noqa: S608 - the names put into the statements are the constants of this file
from django.db import migrations

WORDS = "requests_app_words"
# What is searched: table -> its texts.
TEXTS = {
    "mlarequest": (
        "reference title case_reference operation prosecutor_or_court court conducting_office"
        " conducting_name addressee preservation_reference preservation_provider nature prior_requests"
        " purpose necessity urgency_reason confidentiality_reason special_procedure scope_statement other"
    ),
    "fact": "text place learned",
    "offence": "title provision conduct law_text",
    "person": "family_name given_names original_script aliases document address location link",
    "dataitem": "identifier provider relevance location_basis source",
    "measure": "description reason categories holder particulars",
    "annex": "title",
}
# Letters that do not decompose are spelled without their stroke; `search.py` does the same.
STROKES = "t"
for letter, plain in {"ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ŧ": "t", "ı": "i"}.items():
    STROKES = f"replace({STROKES}, '{letter}', '{plain}')"

FUNCTIONS = rf"""
CREATE FUNCTION search_words(given text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    t text := lower(left(given, 100000));
BEGIN
    IF octet_length(t) > length(t) THEN
        t := regexp_replace(normalize({STROKES}, NFD), '[\u0300-\u036f]', '', 'g');
    END IF;
    RETURN to_tsvector('pg_catalog.simple', regexp_replace(t, '[!-/:-@\[-`{{-~]+', ' ', 'g'));
END $$;

CREATE FUNCTION texts_of(found jsonb, columns text[]) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT string_agg(found ->> name, ' ') FROM unnest(columns) AS name
$$;

CREATE FUNCTION keep_words() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    is_request boolean := TG_TABLE_NAME = 'requests_app_mlarequest';
    texts text;
BEGIN
    IF TG_OP = 'DELETE' THEN
        DELETE FROM {WORDS} WHERE part = TG_TABLE_NAME AND "row" = OLD.id;
        RETURN NULL;
    END IF;
    texts := texts_of(to_jsonb(NEW), TG_ARGV);
    IF TG_OP = 'UPDATE' AND texts = texts_of(to_jsonb(OLD), TG_ARGV) THEN
        RETURN NULL;
    END IF;
    INSERT INTO {WORDS} (request_id, part, "row", words)
    VALUES (
        CASE WHEN is_request THEN NEW.id ELSE (to_jsonb(NEW) ->> 'request_id')::bigint END,
        TG_TABLE_NAME, NEW.id, search_words(texts)
    )
    ON CONFLICT (part, "row") DO UPDATE SET words = EXCLUDED.words;
    RETURN NULL;
END $$;
"""
UNDO_FUNCTIONS = """
DROP FUNCTION keep_words();
DROP FUNCTION texts_of(jsonb, text[]);
DROP FUNCTION search_words(text);
"""


def keeping(table: str, columns: str) -> migrations.RunSQL:
    """The trigger, and the words of what stands there already."""
    name = f"requests_app_{table}"
    named = ", ".join(f"'{column}'" for column in columns.split())
    request = "id" if table == "mlarequest" else "request_id"
    return migrations.RunSQL(
        f"""
        CREATE TRIGGER words_are_kept AFTER INSERT OR UPDATE OR DELETE ON {name}
            FOR EACH ROW EXECUTE FUNCTION keep_words({named});
        INSERT INTO {WORDS} (request_id, part, "row", words)
            SELECT t.{request}, '{name}', t.id, search_words(texts_of(to_jsonb(t), ARRAY[{named}]))
            FROM {name} AS t;
        """,
        f"DROP TRIGGER words_are_kept ON {name}; DELETE FROM {WORDS} WHERE part = '{name}'",
    )


class Migration(migrations.Migration):
    replaces = [
        ("requests_app", "0018_words_follow_texts"),
        # The last of the chain: what depends on it comes after this file.
        ("requests_app", "0022_saves_name_their_page"),
    ]

    dependencies = [("requests_app", "0021_guards")]

    operations = [
        migrations.RunSQL(FUNCTIONS, UNDO_FUNCTIONS),
        *(keeping(table, columns) for table, columns in TEXTS.items()),
    ]
