using System.Reflection;
using R = Stacks.Tests.Sip.Refer.ReferReceptionTests;
using Q = Stacks.Tests.Sip.Refer.ReferQuirkTests;
using X = Stacks.Tests.Sip.Refer.ExplicitSubscriptionTests;
using P = Stacks.Tests.Sip.Refer.ReferTests;
using S = Stacks.Tests.Sip.Refer.ReferSendingTests;
using O = Stacks.Tests.Sip.Refer.ReferOutsideTests;
using I = Stacks.Tests.Sip.RequestTests;

namespace Stacks.Tests.Sip.Refer;

/// <summary>
/// Every rule of REFER that the stack owes, and the test that proves it. What the gateway owes beyond (who may, where to, what goes on into the
/// INVITE) is proven in Engine.Tests and Simulation.Tests.
/// </summary>
public class RuleTests
{
    private static readonly (string Clause, string Rule, Type Tests, string Test)[] Rules =
    [
        ("RFC 3515 2.4.2", "no Refer-To, or more than one, is 400", typeof(R), nameof(R.A_bad_refer_is_refused_and_the_call_stays)),
        ("RFC 3515 2.4.1", "exactly one Contact, else 400", typeof(R), nameof(R.A_refer_without_exactly_one_contact_is_refused)),
        ("RFC 3261 19.1.5", "only listed headers of Refer-To are copied", typeof(R), nameof(R.The_typed_referral_carries_what_may_be_copied_and_nothing_else)),
        ("RFC 3261 19.1.5", "never Via, From, To, Call-ID, CSeq, Contact, routes, credentials, identity", typeof(Q), nameof(Q.Headers_that_are_not_the_senders_to_write_are_left_out)),
        ("RFC 3261 25.1", "no header can be smuggled in by a line end", typeof(Q), nameof(Q.A_line_end_in_a_header_is_a_400)),
        ("RFC 3261 19.1.2", "escapes are undone exactly once", typeof(Q), nameof(Q.Escapes_are_undone_once)),
        ("RFC 3261 20", "a URI without brackets is taken where it is clear", typeof(Q), nameof(Q.A_blind_refer_to_without_brackets_is_taken)),
        ("RFC 3891 6.1", "tags in any order, any case, escaped in any way", typeof(Q), nameof(Q.The_tags_stand_in_any_order_and_brackets_may_be_missing)),
        ("RFC 3515 2.1", "a target without user part stays as it is", typeof(Q), nameof(Q.A_target_without_user_part_keeps_its_parameters)),
        ("RFC 3515 2.4.4", "2xx first, then NOTIFY 100, and a final one that ends it", typeof(R), nameof(R.The_first_notify_follows_the_202_and_the_last_one_ends_the_subscription)),
        ("RFC 7647 4", "accepted by 200 or 202 as set", typeof(R), nameof(R.The_status_of_acceptance_can_be_chosen)),
        ("RFC 3515 3.10", "one NOTIFY a second at most, the final one at once", typeof(P), nameof(P.Provisional_reports_come_at_most_once_a_second_and_a_final_one_at_once)),
        ("RFC 6665 4.2.2", "one NOTIFY outstanding at most", typeof(R), nameof(R.Only_one_notify_is_outstanding)),
        ("RFC 6665 4.2.2", "which refusals of NOTIFY remove the subscription, and nothing else", typeof(R), nameof(R.A_notify_that_removes_the_subscription_leaves_call_and_transfer_alone)),
        ("RFC 6665 4.2.2", "a refusal with Retry-After is obeyed", typeof(R), nameof(R.A_notify_refused_for_now_is_repeated_when_the_peer_said)),
        ("RFC 6665 4.2.2", "Timer F of a NOTIFY ends the subscription", typeof(R), nameof(R.A_notify_nobody_answers_ends_the_subscription_after_timer_f)),
        ("RFC 3515 2.4.7", "expiry tells the state so far, and the transfer goes on", typeof(P), nameof(P.An_expired_subscription_tells_the_state_so_far_and_the_transfer_goes_on)),
        ("RFC 6665 4.2.1.4", "unsubscribing tells once more and cancels nothing", typeof(R), nameof(R.Unsubscribing_gets_one_last_notify_and_does_not_stop_the_transfer)),
        ("RFC 6665 4.2.1", "a refresh tells the state and starts a new time", typeof(R), nameof(R.Refreshing_gets_the_state_and_a_new_time)),
        ("RFC 6665 4.2.1.1", "423 with Min-Expires between zero and an hour", typeof(X), nameof(X.A_refresh_that_is_too_short_is_a_423)),
        ("RFC 3515 2.4.4", "SUBSCRIBE that no REFER made is 403", typeof(R), nameof(R.Subscriptions_that_no_refer_made_are_refused)),
        ("RFC 6665 4.1.2.4", "Timer N: no NOTIFY leaves the outcome unknown", typeof(S), nameof(S.No_notify_within_timer_n_leaves_the_outcome_unknown_and_the_call_up)),
        ("RFC 5057 4.1", "BYE leaves the subscription in its dialog", typeof(P), nameof(P.A_bye_right_behind_the_202_leaves_the_subscription_in_the_dialog)),
        ("RFC 5057 4.1", "our own BYE goes out behind the answer to the last NOTIFY", typeof(P), nameof(P.The_bye_waits_until_the_last_notify_is_answered)),
        ("RFC 4488 4", "Refer-Sub: false is echoed and no NOTIFY comes; nosub is 200", typeof(R), nameof(R.Who_wants_no_subscription_gets_none)),
        ("RFC 7614 4", "explicitsub: 200, a URI nobody guesses, no NOTIFY", typeof(X), nameof(X.The_200_names_a_uri_nobody_guesses_and_no_notify_comes)),
        ("RFC 7614 4", "SUBSCRIBE there is told the state", typeof(X), nameof(X.A_subscription_to_it_is_told_the_state_and_its_end)),
        ("RFC 7614 4", "and 64 s after the end still", typeof(X), nameof(X.Who_subscribes_late_is_told_how_it_ended_for_64_seconds)),
        ("RFC 7614 4", "421 for who could and does not", typeof(X), nameof(X.Who_could_subscribe_by_itself_is_asked_to_where_that_is_wanted)),
        ("RFC 7647 4", "out of dialog to a GRUU, with Target-Dialog as the peer sees it", typeof(O), nameof(O.It_names_the_call_by_Target_Dialog_as_the_peer_sees_it)),
        ("RFC 4538 3", "a REFER outside needs the dialog it is about, else 403", typeof(R), nameof(R.A_refer_outside_any_dialog_needs_the_dialog_it_is_about)),
        ("RFC 3891 3", "Replaces in INVITE: 400, 481, 486, 603 or taken", typeof(I), nameof(I.An_invite_with_replaces_is_taken_or_refused_as_the_dialog_is)),
        ("RFC 3891 3", "outside INVITE 400", typeof(Q), nameof(Q.Replaces_belongs_into_an_invite_alone)),
        ("RFC 3891 3", "a dialog that ended is 603 for 64 s, 481 then", typeof(I), nameof(I.A_call_that_ended_is_declined_for_64_seconds_and_unknown_afterwards)),
        ("RFC 3891 3", "an early dialog of ours is replaced by CANCEL", typeof(I), nameof(I.An_early_call_of_ours_is_replaced_by_cancelling_it)),
        ("RFC 3891 3", "one of the peer's is not, unless so set", typeof(Q), nameof(Q.A_call_that_rings_here_is_replaced_where_that_was_allowed)),
        ("RFC 3891 3", "the old call ends only when the new one is answered", typeof(I), nameof(I.A_replaced_call_ends_only_when_the_new_one_is_answered)),
        ("RFC 3892 5", "the token is the part whose Content-ID is the cid", typeof(Q), nameof(Q.The_token_of_Referred_By_is_found_by_its_cid)),
        ("RFC 3515 2.4.6", "a second REFER carries its CSeq as id", typeof(P), nameof(P.A_second_refer_after_the_first_failed_is_told_under_its_own_id)),
        ("RFC 3515 2.4.6", "two at once where that is allowed", typeof(P), nameof(P.Concurrent_refers_are_told_apart_by_their_ids_where_they_are_allowed)),
        ("RFC 5057 5.1", "491 where it is not", typeof(P), nameof(P.A_second_refer_while_the_first_runs_is_answered_491)),
        ("RFC 3261 17.2.2", "a repeated REFER is one transfer", typeof(P), nameof(P.A_refer_survives_the_loss_of_its_response_without_being_served_twice)),
        ("RFC 3261 8.2.2.2", "a merged one is 482", typeof(I), nameof(I.A_merged_request_is_a_482)),
        ("RFC 3261 12.2.2", "CSeq out of order is 500", typeof(R), nameof(R.A_refer_with_a_lower_cseq_is_out_of_order)),
        ("RFC 3261 8.2.2.3", "420 names what is not supported", typeof(R), nameof(R.An_unknown_option_is_named_in_unsupported)),
        ("RFC 3261 20.11", "415 for a body that must be understood", typeof(Q), nameof(Q.A_body_that_must_be_understood_and_is_not_is_a_415)),
        ("RFC 5057 5.1", "no refusal ends the dialog", typeof(Q), nameof(Q.No_refusal_of_the_stacks_own_ends_the_dialog)),
        ("RFC 3515 2.4.1", "REFER refreshes the target", typeof(R), nameof(R.The_notifies_go_where_the_contact_of_the_refer_says)),
        ("RFC 3261 17.1.3", "a response of another transaction is none", typeof(S), nameof(S.A_202_with_the_cseq_and_branch_of_another_transaction_is_not_taken)),
        ("RFC 3515 2.4.4", "sender: 200 and 202, with Contact or without", typeof(S), nameof(S.Acceptance_is_taken_as_200_or_202_with_or_without_contact)),
        ("RFC 3515 2.4.4", "sender: one final NOTIFY without line end is enough", typeof(S), nameof(S.One_terminated_notify_without_line_end_is_enough)),
        ("RFC 3515 2.4.4", "sender: a NOTIFY overtakes the 2xx", typeof(S), nameof(S.A_notify_may_overtake_the_202)),
        ("RFC 6665 4.1.3", "sender: a NOTIFY of no subscription is 481", typeof(S), nameof(S.A_notify_with_a_foreign_id_has_no_subscription)),
        ("RFC 3515 2.4.5", "sender: a last NOTIFY that cannot be read is 400", typeof(S), nameof(S.A_last_notify_that_cannot_be_read_is_refused_and_ends_the_subscription)),
        ("RFC 3515 2.4.7", "sender: final though the state stays active", typeof(O), nameof(O.A_final_report_is_the_last_though_the_state_stays_active)),
        ("RFC 6665 8.2.3", "sender: a state without a time, or with a reason spelled twice", typeof(O), nameof(O.A_state_without_a_time_is_taken)),
        ("RFC 5057 4.1", "sender: BYE and never a NOTIFY", typeof(O), nameof(O.Who_hangs_up_behind_the_202_and_never_tells_leaves_the_outcome_unknown)),
        ("RFC 5057 5.1", "sender: which refusal of a REFER costs the call", typeof(S), nameof(S.Only_a_481_to_the_refer_costs_the_call)),
    ];

    public static IEnumerable<object[]> Table() => Rules.Select(rule => (object[])[rule.Clause, rule.Rule, $"{rule.Tests.Name}.{rule.Test}"]);

    [Theory]
    [MemberData(nameof(Table))]
    public void Every_rule_has_a_test(string clause, string rule, string test)
    {
        var (_, _, tests, name) = Rules.Single(row => (row.Clause, row.Rule) == (clause, rule));
        Assert.Equal($"{tests.Name}.{name}", test);
        Assert.NotNull(tests.GetMethod(name)?.GetCustomAttribute<FactAttribute>());
    }
}
