select a.id cinf_table_id, a.id cinf_assessment_id, '["' || array_to_string(a.factors, '", "') || '"]' cinf_assessment_factors_json
from known(assessment) a where cardinality(a.factors) > 0 and a.state = 'authorised' order by 1
