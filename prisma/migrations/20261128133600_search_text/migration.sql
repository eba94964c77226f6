-- A text as it is searched: without accents and other marks, in small letters, however it was composed, with one kind of
-- quotes and dashes, and without what nobody sees. Written out, because a managed Postgres may lack the extension
-- `unaccent`, and because what `lower` does depends on the database's locale, which differs from one to the next.
CREATE FUNCTION "fold_text"("given" text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE
    -- Most texts, and quick.
    WHEN given COLLATE "C" ~ '^[ -_a-~]*$' THEN pg_catalog.lower(given COLLATE "C")
    ELSE pg_catalog.lower(pg_catalog.translate(
      pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(
      pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(
        pg_catalog.regexp_replace(
          normalize(
            pg_catalog.translate(given, 'ʼ’‘‛`´′ˮ“”„‟«»″‐‑‒–—―−', '''''''''''''''""""""""-------'),
            NFKD
          ),
          -- Marks on letters, of Latin, Cyrillic, Hebrew, Arabic and signs; then what is not seen.
          '[\u0300-\u036F\u0483-\u0489\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u064B-\u065F\u0670'
            || '\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE00-\uFE0F\uFE20-\uFE2F'
            || '\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]',
          '', 'g'
        ),
        'ß', 'ss'), 'ẞ', 'ss'), 'æ', 'ae'), 'Æ', 'ae'), 'œ', 'oe'), 'Œ', 'oe'), 'þ', 'th'), 'Þ', 'th'), '⁄', '/'),
      'ØøŁłĐđÐðĦħŦŧı' || 'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩς' || 'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЂЄЅІЈЉЊЋЏҐ',
      'oollddddhhtti' || 'αβγδεζηθικλμνξοπρστυφχψωσ' || 'абвгдежзийклмнопрстуфхцчшщъыьэюяђєѕіјљњћџґ'
    ) COLLATE "C")
  END
$$;

-- AlterTable
ALTER TABLE "payment_links" ADD COLUMN "search_text" TEXT
  GENERATED ALWAYS AS (fold_text(COALESCE("description", '') || ' ' || COALESCE("reference", ''))) STORED;
