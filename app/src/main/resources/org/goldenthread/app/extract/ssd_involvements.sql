select a.id invo_involvements_id, a.account invo_professional_id, a.duty invo_professional_role_id, a.team invo_professional_team,
    a.started invo_involvement_start_date, a.ended invo_involvement_end_date, p.local_number invo_person_id
from known(allocation) a join known(person) p on p.id = a.person order by 7, 5, 1
