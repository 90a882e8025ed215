select r.id clar_cla_review_id, r.follows clar_cla_id, r.held clar_cla_review_date, 'N' clar_cla_review_cancelled,
    r.participation clar_cla_review_participation, p.local_number gt_person_id
from known(looked_after_review) r join known(person) p on p.id = r.person order by 6, 3, 1
