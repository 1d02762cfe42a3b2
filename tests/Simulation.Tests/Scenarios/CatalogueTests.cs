using System.Reflection;
using Shared;

namespace Simulation.Tests.Scenarios;

/// <summary>
/// The numbered scenarios in which all parties are SIP telephones, and the test whose ladder lies in fixtures/ladders under its name. Numbers below 51
/// belong to H.323 and ISDN; those that stand here have a form among SIP telephones, too.
/// </summary>
public class CatalogueTests
{
    private static readonly (string Id, string What, Type Tests, string Test)[] Scenarios =
    [
        ("S10", "the transferor leaves behind its REFER", typeof(AmongTelephones), nameof(AmongTelephones.Who_hangs_up_right_behind_its_REFER_is_told_all_the_same)),
        ("S15", "semi-attended", typeof(AmongTelephones), nameof(AmongTelephones.A_target_that_rings_still_is_handed_to_the_transferee)),
        ("S16", "the consultation is cancelled", typeof(AmongTelephones), nameof(AmongTelephones.A_ringing_consultation_that_is_given_up_ends_the_transfer_and_leaves_the_first_call)),
        ("S21", "media refused", typeof(AmongTelephones), nameof(AmongTelephones.Who_does_not_take_the_media_of_its_new_party_keeps_the_old_one)),
        ("S22", "glare", typeof(AmongTelephones), nameof(AmongTelephones.A_re_INVITE_that_crosses_the_joining_one_is_sorted_out)),
        ("S51", "pass-through", typeof(TransfersByRefer), nameof(TransfersByRefer.A_REFER_is_passed_on_and_its_NOTIFYs_come_back)),
        ("S52", "pass-through, attended", typeof(TransfersByRefer), nameof(TransfersByRefer.An_attended_REFER_names_the_dialog_that_the_target_knows)),
        ("S53", "the transferee refuses", typeof(TransfersByRefer), nameof(TransfersByRefer.A_transferee_that_does_not_do_REFER_is_joined_here)),
        ("S54", "no Refer-To, or two", typeof(ReferVariants), nameof(ReferVariants.Not_exactly_one_target_is_400_and_the_call_stays)),
        ("S55", "Replaces of an unknown dialog", typeof(SipRefersRefused), nameof(SipRefersRefused.A_consultation_that_is_not_known_is_told_as_481_and_both_calls_stay)),
        ("S56", "Replaces of a dialog that ended", typeof(SipRefersRefused), nameof(SipRefersRefused.A_consultation_that_ended_is_told_as_603_for_64_seconds_and_as_481_then)),
        ("S57", "INVITE with Replaces: confirmed", typeof(SipReplaces), nameof(SipReplaces.Who_replaces_a_call_that_is_up_takes_its_place_and_the_old_one_is_ended)),
        ("S57", "early-only", typeof(SipReplaces), nameof(SipReplaces.Who_wants_a_ringing_call_only_is_486_once_it_is_answered)),
        ("S57", "early, not started by us", typeof(SipReplaces), nameof(SipReplaces.A_ringing_call_that_the_gateway_did_not_start_cannot_be_replaced)),
        ("S57", "unknown, ended, twice, with Join", typeof(SipReplaces), nameof(SipReplaces.What_names_no_call_that_can_be_replaced_is_refused_and_no_call_is_harmed)),
        ("S57", "not entitled", typeof(SipReplaces), nameof(SipReplaces.Who_may_not_replace_a_call_is_403_and_the_call_stays)),
        ("S57", "early, started by us", typeof(SipPickups), nameof(SipPickups.Who_picks_up_what_rings_elsewhere_talks_to_the_caller)),
        ("S57", "early, answered meanwhile", typeof(SipPickups), nameof(SipPickups.Who_is_picked_up_for_while_it_answers_has_its_answer_ended)),
        ("S57", "early, not entitled", typeof(SipPickups), nameof(SipPickups.Who_may_not_pick_up_is_refused_and_it_goes_on_ringing)),
        ("S57", "early, unacceptable", typeof(SipPickups), nameof(SipPickups.Who_picks_up_without_audio_is_488_and_it_goes_on_ringing)),
        ("S57", "early, target of a transfer", typeof(SipPickups), nameof(SipPickups.The_target_of_a_transfer_cannot_be_picked_up_while_it_rings)),
        ("S58", "second REFER", typeof(SipMechanics), nameof(SipMechanics.A_second_REFER_after_the_first_failed_is_told_under_its_own_id)),
        ("S59", "concurrent REFER", typeof(SipRefersRefused), nameof(SipRefersRefused.A_second_REFER_while_the_target_rings_is_491_and_the_first_comes_about)),
        ("S60", "Refer-Sub: false", typeof(SipMechanics), nameof(SipMechanics.Who_wants_no_subscription_is_told_nothing_and_the_transfer_comes_about)),
        ("S60", "nosub, explicitsub", typeof(ReferVariants), nameof(ReferVariants.Who_requires_no_implicit_subscription_is_told_nothing_unasked)),
        ("S60", "explicitsub, subscribed", typeof(ReferVariants), nameof(ReferVariants.Who_subscribes_to_the_events_of_a_REFER_is_told_the_end_and_who_comes_late_too)),
        ("S61", "unknown extension", typeof(SipMechanics), nameof(SipMechanics.What_is_required_and_not_known_is_420_and_the_call_stays)),
        ("S62", "NOTIFY refused", typeof(SipMechanics), nameof(SipMechanics.Who_refuses_the_first_NOTIFY_hears_no_more_and_the_transfer_comes_about)),
        ("S63", "retransmission", typeof(SipRefersRefused), nameof(SipRefersRefused.A_REFER_sent_three_times_is_one_transfer_with_one_answer)),
        ("S64", "unsubscribe", typeof(ReferVariants), nameof(ReferVariants.Who_ends_its_subscription_is_told_once_more_and_the_transfer_goes_on)),
        ("S65", "tolerant receiver", typeof(ReferVariants), nameof(ReferVariants.A_transferee_that_tells_the_end_alone_and_badly_is_believed)),
        ("S66", "refused, passed on, done here", typeof(SipRefersRefused), nameof(SipRefersRefused.The_same_REFER_is_refused_passed_on_or_done_here_as_the_policy_says)),
        ("S67", "premium number in six spellings", typeof(SipPolicies), nameof(SipPolicies.A_premium_number_is_refused_however_it_is_spelt)),
        ("S67", "by a detour", typeof(SipMechanics), nameof(SipMechanics.A_target_reached_by_a_detour_is_forbidden_all_the_same)),
        ("S68", "do not transfer", typeof(SipPolicies), nameof(SipPolicies.Whom_nobody_is_to_be_sent_to_from_now_on_is_refused_from_now_on)),
        ("S69", "emergency, by the caller", typeof(SipPolicies), nameof(SipPolicies.An_emergency_call_is_not_transferred_by_its_caller)),
        ("S69", "emergency, as the target", typeof(SipPolicies), nameof(SipPolicies.Nobody_is_connected_to_an_emergency_call_of_somebody_else)),
        ("S70", "emergency, by the answering point", typeof(SipPolicies), nameof(SipPolicies.An_answering_point_transfers_its_emergency_calls)),
        ("S71", "roles", typeof(SipPolicies), nameof(SipPolicies.Who_may_not_transfer_to_the_executives_may_not_in_the_name_of_who_may)),
        ("S72", "digest", typeof(SipDoors), nameof(SipDoors.A_REFER_is_challenged_until_it_is_proven_and_a_proof_is_good_once)),
        ("S73", "TLS", typeof(SipDoors), nameof(SipDoors.A_REFER_over_UDP_is_403_where_TLS_is_demanded_and_taken_over_TLS)),
        ("S74", "identity stripping", typeof(SipCompanionsOfTransfers), nameof(SipCompanionsOfTransfers.What_a_transferor_asserts_reaches_nobody_outside_the_trust_domain)),
        ("S75", "target without user part", typeof(SipCompanionsOfTransfers), nameof(SipCompanionsOfTransfers.A_target_without_user_part_is_called_exactly_as_it_was_named)),
        ("S76", "Reason, in the NOTIFY", typeof(ReferVariants), nameof(ReferVariants.The_cause_of_a_failure_far_away_reaches_the_transferor_with_its_location)),
        ("S76", "Reason, in the BYE", typeof(ReferVariants), nameof(ReferVariants.The_cause_with_which_a_transferee_leaves_is_in_the_last_NOTIFY_and_in_the_BYE)),
        ("S77", "alerting", typeof(SipAlarms), nameof(SipAlarms.Of_a_hundred_transfers_five_may_fail_and_six_are_told_once)),
        ("S78", "bulk", typeof(SipAlarms), nameof(SipAlarms.The_eleventh_REFER_of_one_telephone_within_a_minute_is_told_and_the_twelfth_is_not)),
        ("S79", "custody and encryption", typeof(SipRecords), nameof(SipRecords.Kept_records_hide_numbers_outlive_their_key_and_show_what_was_changed)),
    ];

    public static IEnumerable<object[]> Table() => Scenarios.Select(row => (object[])[row.Id, row.What]);

    [Theory]
    [MemberData(nameof(Table))]
    public void Every_scenario_among_SIP_telephones_has_a_test_and_a_ladder(string id, string what)
    {
        var (_, _, tests, test) = Scenarios.Single(row => (row.Id, row.What) == (id, what));
        Assert.NotNull(tests.GetMethod(test)!.GetCustomAttribute<FactAttribute>());
        var ladders = Directory.EnumerateFiles(Repository.Under("fixtures", "ladders")).Select(Path.GetFileNameWithoutExtension);
        Assert.Contains(ladders, ladder => ladder == test || ladder!.StartsWith($"{test}.", StringComparison.Ordinal));
    }

    [Fact]
    public void None_is_missing() => Assert.Equal(
        Enumerable.Range(51, 29).Select(number => $"S{number}"),
        Scenarios.Select(row => row.Id).Distinct().Where(id => string.CompareOrdinal(id, "S51") >= 0));
}
