-- ==============================================================================================================
-- A small questionnaire (small@1.0.0): the scores of councils as one SQL statement for Spark, written by peil.
--
-- The table answers has one row per respondent, like the CSV file that peil reads. These columns must be there,
-- by that name: council, name, wave, role, scan and class, and 5 columns of answers as step 1 names them. Add a
-- column that is missing as NULL, or give peil sql with --columns only those that are there.
--
-- To load and run:
--   spark.read.csv('answers.csv', header=True, escape='"', multiLine=True).createOrReplaceTempView('answers')
--   spark.sql(open('scores.sql').read().rstrip().rstrip(';'))
--
-- What comes out is what peil score writes with -o scores.csv: the same columns, a number that is not known as
-- NULL.
--
-- What peil score does and this statement does not: report mistakes (an answer that is none counts as not filled
-- in, a row without a council or with an unknown role, wave or scan is left out), refuse a respondent or
-- consensus that is there twice (here both count), translate answers to an earlier version of the questionnaire,
-- read the register of councils, give the band, the steps and where a number comes from. Where a council has two
-- names or classes within a wave, the last by the alphabet counts here. Around a cell only spaces are passed
-- over.
-- ==============================================================================================================
WITH
-- 1. The answers as texts without spaces around them. Empty is not filled in. Where “not applicable” is not
-- offered, na counts as not filled in.
s1_rows AS (
  SELECT
    coalesce(trim(CAST(`council` AS STRING)), '') AS council,
    coalesce(trim(CAST(`name` AS STRING)), '') AS name,
    coalesce(trim(CAST(`wave` AS STRING)), '') AS wave_text,
    coalesce(trim(CAST(`role` AS STRING)), '') AS role,
    coalesce(trim(CAST(`scan` AS STRING)), '') AS scan,
    coalesce(trim(CAST(`class` AS STRING)), '') AS class_1,
    coalesce(trim(CAST(`trained` AS STRING)), '') AS `trained`,
    coalesce(nullif(trim(CAST(`goals` AS STRING)), 'na'), '') AS `goals written`,
    coalesce(nullif(trim(CAST(`systems` AS STRING)), 'na'), '') AS `systems written`,
    coalesce(nullif(trim(CAST(`forms.birth` AS STRING)), 'na'), '') AS `forms.birth given`,
    coalesce(nullif(trim(CAST(`forms.permit` AS STRING)), 'na'), '') AS `forms.permit given`
  FROM `answers`
),

-- 2. The respondents who can be placed, and their wave as a number that gives the order (-1 without a wave).
-- Numbers and ticked boxes that are not right count as not filled in. Who has no role has the empty one, the
-- role consensus is what they answered together.
s2_respondents AS (
  SELECT
    council,
    nullif(name, '') AS name,
    CASE
      WHEN wave_text = '' THEN NULL
      WHEN length(wave_text) <= 4 THEN CAST(TRY_CAST(wave_text AS BIGINT) AS STRING)
      ELSE wave_text
    END AS wave,
    CASE
      WHEN wave_text = '' THEN -1
      WHEN length(wave_text) <= 4 THEN TRY_CAST(wave_text AS BIGINT) * 10000
      ELSE TRY_CAST(replace(wave_text, '-', '') AS BIGINT)
    END AS wave_order,
    role,
    CASE WHEN scan = 'quick' THEN 1 ELSE 0 END AS quick,
    nullif(class_1, '') AS class_1,
    `trained`,
    CASE WHEN `goals written` RLIKE '(?s)^(na|[-+]?([0-9]{1,100}([.][0-9]{0,100})?|[.][0-9]{1,100})([eE][-+]?[0-9]{1,2})?)$(?!.)' THEN `goals written` ELSE '' END AS `goals given`,
    CASE WHEN `systems written` RLIKE '(?s)^(na|none|(desk|field)([|](desk|field))*|nothing([|]nothing)*)$(?!.)' THEN `systems written` ELSE '' END AS `systems given`,
    `forms.birth given`,
    `forms.permit given`
  FROM s1_rows
  WHERE council <> ''
    AND (wave_text = '' OR wave_text RLIKE '(?s)^([0-9]{1,4}|[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)$(?!.)')
    AND role IN ('', 'consensus', 'ict', 'unit')
    AND scan IN ('', 'full', 'quick')
),

-- 3. What was asked, by role, scan and earlier answers. A question that was not asked leaves the score, just as
-- one that does not apply: its answer becomes na. No condition holds on that any more.
s3_asked AS (
  SELECT
    *,
    CASE WHEN quick = 0
      AND `trained` IN ('1', '2')
      THEN `goals given` ELSE 'na' END AS `goals`,
    CASE WHEN quick = 0
      AND role IN ('', 'consensus', 'ict')
      THEN `systems given` ELSE 'na' END AS `systems`,
    CASE WHEN quick = 0
      THEN `forms.birth given` ELSE 'na' END AS `forms.birth`,
    CASE WHEN quick = 0
      THEN `forms.permit given` ELSE 'na' END AS `forms.permit`
  FROM s2_respondents
),

-- 4. What each answer is worth, from 0 to 1, NULL where it is not known. “applies” is 0 for a question that
-- leaves.
s4_shares AS (
  SELECT
    council,
    name,
    wave,
    wave_order,
    role,
    quick,
    class_1,
    -- trained: Who is trained?
    CASE `trained` WHEN '0' THEN 0D WHEN '1' THEN 0.5D WHEN '2' THEN 1D END AS `trained`,
    CASE WHEN `trained` = 'na' THEN 0 ELSE 1 END AS `trained applies`,
    -- goals: How many goals are met?
    CASE WHEN `goals` NOT IN ('', 'na') THEN least(greatest((TRY_CAST(`goals` AS DOUBLE) - 0D) / 10D, 0D), 1D) END AS `goals`,
    CASE WHEN `goals` = 'na' THEN 0 ELSE 1 END AS `goals applies`,
    -- systems: Which systems are there?
    CASE WHEN `systems` NOT IN ('', 'na') THEN least((CASE WHEN position('|desk|' IN '|' || `systems` || '|') > 0 THEN 1D ELSE 0D END
      + CASE WHEN position('|field|' IN '|' || `systems` || '|') > 0 THEN 1D ELSE 0D END) / 2D, 1D) END AS `systems`,
    CASE WHEN `systems` = 'na' THEN 0 ELSE 1 END AS `systems applies`,
    -- forms.birth: How far are the forms?
    CASE `forms.birth` WHEN '0' THEN 0D WHEN '1' THEN 0.5D WHEN '2' THEN 1D END AS `forms.birth`,
    CASE WHEN `forms.birth` = 'na' THEN 0 ELSE 1 END AS `forms.birth applies`,
    -- forms.permit: How far are the forms?
    CASE `forms.permit` WHEN '0' THEN 0D WHEN '1' THEN 1D WHEN '2' THEN 1D END AS `forms.permit`,
    CASE WHEN `forms.permit` = 'na' THEN 0 ELSE 1 END AS `forms.permit applies`
  FROM s3_asked
),

-- 5. A grid is one question: the mean of its answered rows, if enough of those that apply are answered.
s5_grids AS (
  SELECT
    *,
    -- forms: How far are the forms?
    CASE WHEN CASE WHEN `forms.birth` IS NULL THEN 0 ELSE 1 END
      + CASE WHEN `forms.permit` IS NULL THEN 0 ELSE 1 END > 0 AND CAST((CASE WHEN `forms.birth` IS NULL THEN 0 ELSE 1 END
      + CASE WHEN `forms.permit` IS NULL THEN 0 ELSE 1 END) AS DOUBLE) / nullif(`forms.birth applies` + `forms.permit applies`, 0) >= 0.6D
      THEN (coalesce(`forms.birth`, 0D) + coalesce(`forms.permit`, 0D)) / nullif(CASE WHEN `forms.birth` IS NULL THEN 0 ELSE 1 END
      + CASE WHEN `forms.permit` IS NULL THEN 0 ELSE 1 END, 0) END AS `forms`,
    CASE WHEN `forms.birth applies` + `forms.permit applies` > 0 THEN 1 ELSE 0 END AS `forms applies`
  FROM s4_shares
),

-- 6. Per respondent and cell: weight times value, and the weights of the questions with a value. Counts have no
-- weights. With “quick” the same over the questions of the quick scan, to compare waves of which one was quick.
s6_sums AS (
  SELECT
    council,
    name,
    wave,
    wave_order,
    class_1,
    role,
    quick,
    coalesce(`trained`, 0D) AS `people total`,
    CASE WHEN `trained` IS NULL THEN 0D ELSE 1D END AS `people weight`,
    CASE WHEN `trained` IS NULL THEN 0 ELSE 1 END AS `people scored`,
    `trained applies` AS `people asked`,
    2D * coalesce(`goals`, 0D) AS `plan total`,
    CASE WHEN `goals` IS NULL THEN 0D ELSE 2D END AS `plan weight`,
    CASE WHEN `goals` IS NULL THEN 0 ELSE 1 END AS `plan scored`,
    `goals applies` AS `plan asked`,
    coalesce(`systems`, 0D) + coalesce(`forms`, 0D) AS `tools total`,
    CASE WHEN `systems` IS NULL THEN 0D ELSE 1D END + CASE WHEN `forms` IS NULL THEN 0D ELSE 1D END AS `tools weight`,
    CASE WHEN `systems` IS NULL THEN 0 ELSE 1 END + CASE WHEN `forms` IS NULL THEN 0 ELSE 1 END AS `tools scored`,
    `systems applies` + `forms applies` AS `tools asked`,
    coalesce(`trained`, 0D) AS `people quick total`,
    CASE WHEN `trained` IS NULL THEN 0D ELSE 1D END AS `people quick weight`,
    CASE WHEN `trained` IS NULL THEN 0 ELSE 1 END AS `people quick scored`,
    `trained applies` AS `people quick asked`
  FROM s5_grids
),

-- 7. A cell of one respondent, where at least 60% is answered of what applies. The value becomes a whole
-- multiple of 2^-40, so that adding respondents up does not depend on their order.
s7_cells AS (
  SELECT
    council,
    name,
    wave,
    wave_order,
    class_1,
    role,
    quick,
    CASE WHEN CAST(`people scored` AS DOUBLE) / nullif(`people asked`, 0) >= 0.6D
      THEN CAST(floor(`people total` / nullif(`people weight`, 0D) * 1099511627776D + 0.5D) AS BIGINT) END AS `people`,
    `people scored`,
    `people asked`,
    CASE WHEN CAST(`plan scored` AS DOUBLE) / nullif(`plan asked`, 0) >= 0.6D
      THEN CAST(floor(`plan total` / nullif(`plan weight`, 0D) * 1099511627776D + 0.5D) AS BIGINT) END AS `plan`,
    `plan scored`,
    `plan asked`,
    CASE WHEN CAST(`tools scored` AS DOUBLE) / nullif(`tools asked`, 0) >= 0.6D
      THEN CAST(floor(`tools total` / nullif(`tools weight`, 0D) * 1099511627776D + 0.5D) AS BIGINT) END AS `tools`,
    `tools scored`,
    `tools asked`,
    CASE WHEN CAST(`people quick scored` AS DOUBLE) / nullif(`people quick asked`, 0) >= 0.6D
      THEN CAST(floor(`people quick total` / nullif(`people quick weight`, 0D) * 1099511627776D + 0.5D) AS BIGINT) END AS `people quick`,
    CAST(NULL AS BIGINT) AS `plan quick`,
    CAST(NULL AS BIGINT) AS `tools quick`
  FROM s6_sums
),

-- 8. Per council, wave and role: the sum over the respondents with a value, and how many they are.
s8_roles AS (
  SELECT
    council,
    wave_order,
    role,
    max(name) AS name,
    max(wave) AS wave,
    max(class_1) AS class_1,
    count(*) AS answered_by,
    CAST(sum(quick) AS BIGINT) AS quick,
    CAST(sum(`people`) AS BIGINT) AS `people sum`,
    count(`people`) AS `people count`,
    CAST(sum(`people scored`) AS BIGINT) AS `people scored`,
    CAST(sum(`people asked`) AS BIGINT) AS `people asked`,
    CAST(sum(`plan`) AS BIGINT) AS `plan sum`,
    count(`plan`) AS `plan count`,
    CAST(sum(`plan scored`) AS BIGINT) AS `plan scored`,
    CAST(sum(`plan asked`) AS BIGINT) AS `plan asked`,
    CAST(sum(`tools`) AS BIGINT) AS `tools sum`,
    count(`tools`) AS `tools count`,
    CAST(sum(`tools scored`) AS BIGINT) AS `tools scored`,
    CAST(sum(`tools asked`) AS BIGINT) AS `tools asked`,
    CAST(sum(`people quick`) AS BIGINT) AS `people quick sum`,
    count(`people quick`) AS `people quick count`,
    CAST(sum(`plan quick`) AS BIGINT) AS `plan quick sum`,
    count(`plan quick`) AS `plan quick count`,
    CAST(sum(`tools quick`) AS BIGINT) AS `tools quick sum`,
    count(`tools quick`) AS `tools quick count`
  FROM s7_cells
  GROUP BY council, wave_order, role
),

-- 9. Whether someone of the council had the quick scan in this wave.
s9_quick AS (
  SELECT
    *,
    max(quick) OVER (PARTITION BY council, wave_order) AS quick_here
  FROM s8_roles
),

-- 10. The wave before and after this one: of the council, and that in which the same role took part. Answers
-- without a wave come neither before nor after another.
s10_waves AS (
  SELECT
    *,
    max(wave_order) OVER (PARTITION BY council, wave_order < 0 ORDER BY wave_order RANGE BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS wave_before,
    min(wave_order) OVER (PARTITION BY council, wave_order < 0 ORDER BY wave_order RANGE BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS wave_after,
    lag(wave_order) OVER (PARTITION BY council, wave_order < 0, role ORDER BY wave_order) AS role_before,
    lead(wave_order) OVER (PARTITION BY council, wave_order < 0, role ORDER BY wave_order) AS role_after,
    lag(quick_here) OVER (PARTITION BY council, wave_order < 0, role ORDER BY wave_order) AS quick_before,
    lead(quick_here) OVER (PARTITION BY council, wave_order < 0, role ORDER BY wave_order) AS quick_after
  FROM s9_quick
),

-- 11. Each role is part of the score, and of the score in which every respondent weighs the same (pooled). A
-- role that was there in the wave before as well is part of the comparison like for like: now is this wave,
-- before the previous one, under the name of this one. Where someone had the quick scan in one of the two, only
-- its questions count there.
s11_readings AS (
  SELECT
    *,
    CASE WHEN reading IN ('now', 'before')
      AND (quick_here > 0 OR CASE reading WHEN 'now' THEN quick_before ELSE quick_after END > 0)
      THEN 1 ELSE 0 END AS quick_only
  FROM s10_waves CROSS JOIN (
    SELECT 'score' AS reading
    UNION ALL SELECT 'pooled' AS reading
    UNION ALL SELECT 'now' AS reading
    UNION ALL SELECT 'before' AS reading
  ) AS readings
  WHERE reading = 'score'
    OR (reading = 'pooled' AND role <> 'consensus')
    OR (reading = 'now' AND role_before = wave_before)
    OR (reading = 'before' AND role_after = wave_after)
),

-- 12. What each reading counts, and for which wave: all questions, or those of the quick scan only.
s12_counted AS (
  SELECT
    council,
    CASE WHEN reading = 'before' THEN wave_after ELSE wave_order END AS wave_order,
    reading,
    role,
    name,
    wave,
    answered_by,
    quick,
    class_1,
    CASE WHEN reading IN ('now', 'before') THEN 'change' ELSE reading END AS purpose,
    CASE WHEN quick_only = 1 THEN `people quick sum` ELSE `people sum` END AS `people sum`,
    CASE WHEN quick_only = 1 THEN `people quick count` ELSE `people count` END AS `people count`,
    `people scored`,
    `people asked`,
    CASE WHEN quick_only = 1 THEN `plan quick sum` ELSE `plan sum` END AS `plan sum`,
    CASE WHEN quick_only = 1 THEN `plan quick count` ELSE `plan count` END AS `plan count`,
    `plan scored`,
    `plan asked`,
    CASE WHEN quick_only = 1 THEN `tools quick sum` ELSE `tools sum` END AS `tools sum`,
    CASE WHEN quick_only = 1 THEN `tools quick count` ELSE `tools count` END AS `tools count`,
    `tools scored`,
    `tools asked`
  FROM s11_readings
),

-- 13. Whether a role has a value in a cell in both waves (now and before), or in neither.
s13_alike AS (
  SELECT
    *,
    CASE WHEN min(`people count`) OVER both_waves > 0 OR max(`people count`) OVER both_waves = 0 THEN 1 ELSE 0 END AS `people alike`,
    CASE WHEN min(`plan count`) OVER both_waves > 0 OR max(`plan count`) OVER both_waves = 0 THEN 1 ELSE 0 END AS `plan alike`,
    CASE WHEN min(`tools count`) OVER both_waves > 0 OR max(`tools count`) OVER both_waves = 0 THEN 1 ELSE 0 END AS `tools alike`
  FROM s12_counted
  WINDOW both_waves AS (PARTITION BY council, wave_order, purpose, role)
),

-- 14. Like for like counts only the cells in which the same roles have a value in both waves.
s14_in_both AS (
  SELECT
    council,
    wave_order,
    reading,
    role,
    name,
    wave,
    answered_by,
    quick,
    class_1,
    CASE WHEN min(`people alike`) OVER all_roles = 1 THEN `people sum` END AS `people sum`,
    CASE WHEN min(`people alike`) OVER all_roles = 1 THEN `people count` END AS `people count`,
    `people scored`,
    `people asked`,
    CASE WHEN min(`plan alike`) OVER all_roles = 1 THEN `plan sum` END AS `plan sum`,
    CASE WHEN min(`plan alike`) OVER all_roles = 1 THEN `plan count` END AS `plan count`,
    `plan scored`,
    `plan asked`,
    CASE WHEN min(`tools alike`) OVER all_roles = 1 THEN `tools sum` END AS `tools sum`,
    CASE WHEN min(`tools alike`) OVER all_roles = 1 THEN `tools count` END AS `tools count`,
    `tools scored`,
    `tools asked`
  FROM s13_alike
  WINDOW all_roles AS (PARTITION BY council, wave_order, purpose, CASE WHEN role = 'consensus' THEN 1 ELSE 0 END)
),

-- 15. Per role the mean of the respondents with a value, in units of 2^-40. “together” is the same for what they
-- answered together alone.
s15_means AS (
  SELECT
    *,
    CASE WHEN role = 'consensus' THEN 0 ELSE answered_by END AS by_people,
    CAST(`people sum` AS DOUBLE) / nullif(`people count`, 0) AS `people mean`,
    CASE WHEN role = 'consensus' THEN CAST(`people sum` AS DOUBLE) / nullif(`people count`, 0) END AS `people together`,
    CASE WHEN role = 'consensus' THEN `people scored` END AS `people scored together`,
    CASE WHEN role = 'consensus' THEN `people asked` END AS `people asked together`,
    CAST(`plan sum` AS DOUBLE) / nullif(`plan count`, 0) AS `plan mean`,
    CASE WHEN role = 'consensus' THEN CAST(`plan sum` AS DOUBLE) / nullif(`plan count`, 0) END AS `plan together`,
    CASE WHEN role = 'consensus' THEN `plan scored` END AS `plan scored together`,
    CASE WHEN role = 'consensus' THEN `plan asked` END AS `plan asked together`,
    CAST(`tools sum` AS DOUBLE) / nullif(`tools count`, 0) AS `tools mean`,
    CASE WHEN role = 'consensus' THEN CAST(`tools sum` AS DOUBLE) / nullif(`tools count`, 0) END AS `tools together`,
    CASE WHEN role = 'consensus' THEN `tools scored` END AS `tools scored together`,
    CASE WHEN role = 'consensus' THEN `tools asked` END AS `tools asked together`
  FROM s14_in_both
),

-- 16. A cell of a council: what they answered together, where that has a value, else the mean of the roles with
-- a value, each role by its weight. The coverage is that of the answers that count.
s16_councils AS (
  SELECT
    council,
    wave_order,
    reading,
    max(name) AS name,
    max(wave) AS wave,
    max(class_1) AS class_1,
    CAST(sum(by_people) AS BIGINT) AS respondents,
    CAST(sum(answered_by) AS BIGINT) AS answered_by,
    CAST(sum(quick) AS BIGINT) AS quick,
    coalesce(max(`people together`),
      CASE WHEN reading = 'pooled' THEN CAST(sum(`people sum`) AS DOUBLE) / nullif(sum(`people count`), 0)
      ELSE sum(CASE role WHEN 'ict' THEN 3D ELSE 1D END * `people mean`)
        / sum(CASE WHEN `people mean` IS NOT NULL THEN CASE role WHEN 'ict' THEN 3D ELSE 1D END END) END) / 1099511627776D AS `people`,
    CAST(CASE WHEN max(`people together`) IS NOT NULL OR sum(by_people) = 0 THEN sum(`people scored together`) ELSE sum(`people scored`) - coalesce(sum(`people scored together`), 0) END AS BIGINT) AS `people scored`,
    CAST(CASE WHEN max(`people together`) IS NOT NULL OR sum(by_people) = 0 THEN sum(`people asked together`) ELSE sum(`people asked`) - coalesce(sum(`people asked together`), 0) END AS BIGINT) AS `people asked`,
    coalesce(max(`plan together`),
      CASE WHEN reading = 'pooled' THEN CAST(sum(`plan sum`) AS DOUBLE) / nullif(sum(`plan count`), 0)
      ELSE sum(CASE role WHEN 'ict' THEN 3D ELSE 1D END * `plan mean`)
        / sum(CASE WHEN `plan mean` IS NOT NULL THEN CASE role WHEN 'ict' THEN 3D ELSE 1D END END) END) / 1099511627776D AS `plan`,
    CAST(CASE WHEN max(`plan together`) IS NOT NULL OR sum(by_people) = 0 THEN sum(`plan scored together`) ELSE sum(`plan scored`) - coalesce(sum(`plan scored together`), 0) END AS BIGINT) AS `plan scored`,
    CAST(CASE WHEN max(`plan together`) IS NOT NULL OR sum(by_people) = 0 THEN sum(`plan asked together`) ELSE sum(`plan asked`) - coalesce(sum(`plan asked together`), 0) END AS BIGINT) AS `plan asked`,
    coalesce(max(`tools together`),
      CASE WHEN reading = 'pooled' THEN CAST(sum(`tools sum`) AS DOUBLE) / nullif(sum(`tools count`), 0)
      ELSE sum(CASE role WHEN 'ict' THEN 3D ELSE 1D END * `tools mean`)
        / sum(CASE WHEN `tools mean` IS NOT NULL THEN CASE role WHEN 'ict' THEN 3D ELSE 1D END END) END) / 1099511627776D AS `tools`,
    CAST(CASE WHEN max(`tools together`) IS NOT NULL OR sum(by_people) = 0 THEN sum(`tools scored together`) ELSE sum(`tools scored`) - coalesce(sum(`tools scored together`), 0) END AS BIGINT) AS `tools scored`,
    CAST(CASE WHEN max(`tools together`) IS NOT NULL OR sum(by_people) = 0 THEN sum(`tools asked together`) ELSE sum(`tools asked`) - coalesce(sum(`tools asked together`), 0) END AS BIGINT) AS `tools asked`
  FROM s15_means
  GROUP BY council, wave_order, reading
),

-- 17. A dimension is the mean, by weight, of the parts below it that have a value.
s17_parents AS (
  SELECT
    *,
    (coalesce(`plan`, 0D) + coalesce(`tools`, 0D))
      / nullif(CASE WHEN `plan` IS NULL THEN 0D ELSE 1D END + CASE WHEN `tools` IS NULL THEN 0D ELSE 1D END, 0D) AS `work`
  FROM s16_councils
),

-- 18. The whole is the mean, by weight, of the top dimensions that have a value.
s18_whole AS (
  SELECT
    *,
    (2D * coalesce(`people`, 0D) + coalesce(`work`, 0D))
      / nullif(CASE WHEN `people` IS NULL THEN 0D ELSE 2D END + CASE WHEN `work` IS NULL THEN 0D ELSE 1D END, 0D) AS overall
  FROM s17_parents
),

-- 19. One row per council and wave.
s19_side_by_side AS (
  SELECT
    council,
    wave_order,
    max(name) FILTER (WHERE reading = 'score') AS name,
    max(wave) FILTER (WHERE reading = 'score') AS wave,
    max(respondents) FILTER (WHERE reading = 'score') AS respondents,
    max(answered_by) FILTER (WHERE reading = 'score') AS answered_by,
    max(quick) FILTER (WHERE reading = 'score') AS quick,
    max(class_1) FILTER (WHERE reading = 'score') AS class_1,
    max(overall) FILTER (WHERE reading = 'score') AS overall,
    max(`people`) FILTER (WHERE reading = 'score') AS `people`,
    max(`work`) FILTER (WHERE reading = 'score') AS `work`,
    max(`plan`) FILTER (WHERE reading = 'score') AS `plan`,
    max(`tools`) FILTER (WHERE reading = 'score') AS `tools`,
    max(`people scored`) FILTER (WHERE reading = 'score') AS `people scored`,
    max(`people asked`) FILTER (WHERE reading = 'score') AS `people asked`,
    max(`plan scored`) FILTER (WHERE reading = 'score') AS `plan scored`,
    max(`plan asked`) FILTER (WHERE reading = 'score') AS `plan asked`,
    max(`tools scored`) FILTER (WHERE reading = 'score') AS `tools scored`,
    max(`tools asked`) FILTER (WHERE reading = 'score') AS `tools asked`,
    max(overall) FILTER (WHERE reading = 'pooled') AS pooled,
    max(overall) FILTER (WHERE reading = 'now') AS now,
    max(overall) FILTER (WHERE reading = 'before') AS before
  FROM s18_whole
  GROUP BY council, wave_order
),

-- 20. The scores on the scale, the coverage (answered divided by applicable), the name of the latest wave, and
-- what is compared: the whole, rounded to 9 decimals.
s20_scores AS (
  SELECT
    council,
    coalesce(first_value(name) OVER (PARTITION BY council ORDER BY CASE WHEN name IS NULL THEN 1 ELSE 0 END, wave_order DESC), council) AS name,
    wave,
    wave_order,
    respondents,
    CASE WHEN quick = 0 THEN 'full' WHEN quick = answered_by THEN 'quick' ELSE 'mixed' END AS scan,
    class_1,
    overall * 4D AS overall,
    pooled * 4D AS pooled,
    now * 4D AS now,
    before * 4D AS before,
    `people` * 4D AS `people`,
    CAST((`people scored`) AS DOUBLE)
      / nullif(`people asked`, 0) AS `people coverage`,
    `work` * 4D AS `work`,
    CAST((`plan scored` + `tools scored`) AS DOUBLE)
      / nullif(`plan asked` + `tools asked`, 0) AS `work coverage`,
    `plan` * 4D AS `plan`,
    CAST((`plan scored`) AS DOUBLE)
      / nullif(`plan asked`, 0) AS `plan coverage`,
    `tools` * 4D AS `tools`,
    CAST((`tools scored`) AS DOUBLE)
      / nullif(`tools asked`, 0) AS `tools coverage`,
    CAST((`people scored` + `plan scored` + `tools scored`) AS DOUBLE)
      / nullif(`people asked` + `plan asked` + `tools asked`, 0) AS coverage,
    (CAST(floor(overall * 4D * 100000000000D + 0.5D) AS BIGINT) + 50) div 100 AS comparable,
    lag(overall * 4D) OVER (PARTITION BY council, wave_order < 0 ORDER BY wave_order) AS previous
  FROM s19_side_by_side
),

-- 21. How many councils of the same wave, scan and class have a higher, lower and equal score. Who has no class
-- is compared with nobody.
s21_places AS (
  SELECT
    *,
    rank() OVER (PARTITION BY wave_order, scan, class_1, CASE WHEN comparable IS NULL THEN 0 ELSE 1 END ORDER BY comparable DESC) - 1 AS above,
    rank() OVER (PARTITION BY wave_order, scan, class_1, CASE WHEN comparable IS NULL THEN 0 ELSE 1 END ORDER BY comparable) - 1 AS below,
    count(*) OVER (PARTITION BY wave_order, scan, class_1, comparable) AS equal,
    CASE WHEN class_1 IS NOT NULL THEN count(comparable) OVER (PARTITION BY wave_order, scan, class_1) ELSE 0 END AS peers
  FROM s20_scores
)

-- 22. The columns of peil score. The stage is the highest that is reached, where enough is answered to name one.
SELECT
  council AS `council`,
  name AS `name`,
  wave AS `wave`,
  scan AS `scan`,
  class_1 AS `class`,
  overall AS `overall`,
  pooled AS `pooled`,
  `people` AS `people`,
  `work` AS `work`,
  `plan` AS `plan`,
  `tools` AS `tools`,
  coverage AS `coverage`,
  `people coverage` AS `coverage_people`,
  `work coverage` AS `coverage_work`,
  `plan coverage` AS `coverage_plan`,
  `tools coverage` AS `coverage_tools`,
  CASE
    WHEN coverage < 0.8D THEN NULL
    WHEN comparable >= 2000000000 THEN 'high'
    WHEN comparable >= 0 THEN 'low'
  END AS `stage`,
  CASE WHEN comparable IS NOT NULL AND class_1 IS NOT NULL THEN above + 1 END AS `rank`,
  CASE WHEN comparable IS NOT NULL AND class_1 IS NOT NULL THEN 100D * (below + CAST(equal AS DOUBLE) / 2D) / nullif(peers, 0) END AS `percentile`,
  respondents AS `respondents`,
  peers AS `peers`,
  overall - previous AS `delta`,
  now - before AS `delta_like_for_like`
FROM s21_places
ORDER BY s21_places.council, s21_places.wave_order;
