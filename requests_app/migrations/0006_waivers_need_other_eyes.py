"""What the database refuses whoever asks: a waiver of one's own text or after the approval, and a decision
that is rewritten."""

from django.db import migrations

WAIVER = """
CREATE FUNCTION refuse_waiver_without_other_eyes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM requests_app_mlarequest
        WHERE id = NEW.request_id AND (author_id = NEW.officer_id OR approved_digest <> '')
    ) OR EXISTS (
        SELECT 1 FROM requests_app_requesteditor
        WHERE request_id = NEW.request_id AND officer_id = NEW.officer_id
    ) THEN
        RAISE EXCEPTION 'whoever wrote a text waives nothing in it, and nobody after its approval'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER waiver_needs_other_eyes BEFORE INSERT ON requests_app_decision
    FOR EACH ROW WHEN (NEW.kind = 'waiver') EXECUTE FUNCTION refuse_waiver_without_other_eyes();
"""
UNDO_WAIVER = """
DROP TRIGGER waiver_needs_other_eyes ON requests_app_decision;
DROP FUNCTION refuse_waiver_without_other_eyes();
"""

KEPT = """
CREATE FUNCTION keep_decision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    taken_back text[] := ARRAY['taken_back_by_id', 'taken_back_at'];
BEGIN
    IF OLD.taken_back_at IS NOT NULL OR to_jsonb(NEW) - taken_back <> to_jsonb(OLD) - taken_back THEN
        RAISE EXCEPTION 'a decision is taken back, and not rewritten' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER decision_is_kept BEFORE UPDATE ON requests_app_decision
    FOR EACH ROW EXECUTE FUNCTION keep_decision();
"""
UNDO_KEPT = """
DROP TRIGGER decision_is_kept ON requests_app_decision;
DROP FUNCTION keep_decision();
"""


class Migration(migrations.Migration):
    dependencies = [("requests_app", "0005_decisions")]

    operations = [
        migrations.RunSQL(WAIVER, UNDO_WAIVER),
        migrations.RunSQL(KEPT, UNDO_KEPT),
    ]
