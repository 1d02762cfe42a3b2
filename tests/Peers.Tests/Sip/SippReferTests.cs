using Gateway.Engine;
using Gateway.Engine.Policy;
using Gateway.Engine.Transfers;
using Gateway.Host.Options;
using Gateway.Lab;

namespace Peers.Tests.Sip;

/// <summary>SIPp in front of the running service, as a transferor with rarer wishes and as the party that is referred.</summary>
public class SippReferTests
{
    [PeerTheory(Peer.Sipp)]
    [InlineData("norefersub")]
    [InlineData("two-refers")]
    [InlineData("outside")]
    [InlineData("explicit")]
    public async Task A_telephone_transfers_as_the_standard_also_lets_it(string scenario)
    {
        await using ServiceUnderTest service = await ServiceUnderTest.Start();
        await Sipp.Call(scenario, service.Sip, "3001", "3002");
        TransferRecord record = await service.Record();
        record = record.Outcome == TransferOutcome.Succeeded ? record : await service.Record();
        Assert.Equal((TransferOutcome.Succeeded, "h450"), (record.Outcome, record.MethodsTried[^1]));
        Assert.Equal(("1001", "3001", "3002"), (record.TransferorParty.Number, record.TransfereeParty?.Number, record.TargetParty?.Number));
    }

    [PeerTheory(Peer.Sipp)]
    [InlineData("transferee")]
    [InlineData("transferee-stays-active")]
    [InlineData("transferee-leaves")]
    public async Task A_telephone_is_referred_and_what_it_tells_or_does_is_the_outcome(string scenario)
    {
        TransferRecord record = await Referred(scenario);
        Assert.Equal((TransferOutcome.Succeeded, "refer"), (record.Outcome, Assert.Single(record.MethodsTried)));
    }

    [PeerFact(Peer.Sipp)]
    public async Task A_telephone_that_is_not_to_be_referred_is_joined_with_the_target()
    {
        TransferRecord record = await Referred("transferee-refuses", joined: true);
        Assert.Equal(TransferOutcome.FellBack, record.Outcome);
        Assert.Equal(["refer", "bridge"], record.MethodsTried);
    }

    [PeerFact(Peer.Sipp)]
    public async Task A_transferee_that_leaves_is_told_by_NOTIFY_and_the_BYE_waits_for_its_answer()
    {
        await using Sipp leaves = await Sipp.Answer("answer-leaves");
        await using ServiceUnderTest service = await ServiceUnderTest.Start(leaves.Local);
        await Sipp.Call("bye-behind-notify", service.Sip, "1001", "4080");
        await leaves.Ends();
        TransferRecord record = await service.Record();
        Assert.Equal((TransferOutcome.Abandoned, 27), (record.Outcome, record.Cause?.Value));
    }

    [PeerFact(Peer.Sipp)]
    public async Task A_transfer_to_a_telephone_that_has_moved_goes_where_it_says()
    {
        await using Sipp moved = await Sipp.Answer("moved");
        await using ServiceUnderTest service = await ServiceUnderTest.Start(moved.Local);
        await Sipp.Call("blind", service.Sip, "4001", "1002");
        await moved.Ends();
        await service.Noted(NoteEvents.CallRedirected);
        Assert.Equal("3002", (await service.Sees<FarEndEvent.CalledBy>("endpoint")).Own);
        TransferRecord record = await service.Record();
        Assert.Equal((TransferOutcome.Succeeded, "bridge"), (record.Outcome, record.MethodsTried[^1]));
    }

    /// <summary>The H.323 endpoint calls a telephone and has it transferred to an ISDN subscriber.</summary>
    private static async Task<TransferRecord> Referred(string scenario, bool joined = false)
    {
        await using Sipp phone = await Sipp.Answer(scenario);
        await using ServiceUnderTest service = await ServiceUnderTest.Start(phone.Local, configuration => configuration with
        {
            Peers = [.. configuration.Peers.Select(peer => peer.Id == "phones" ? peer with { Methods = ["refer"] } : peer)],
            Refer = configuration.Refer with { ByeWithoutNotifySucceeds = true },
            TransferPolicy = configuration.TransferPolicy with
            {
                Rules = [new TransferRuleOptions { Id = "refer", Action = RuleAction.Allow, Methods = ["refer", "bridge"], OnFailure = OnFailure.FallBack }],
            },
        });
        service.Lab.Endpoint!.Tell(new FarEndInput.Dial("1001"));
        FarEndCall call = (await service.Sees<FarEndEvent.Answered>("endpoint")).Call;
        service.Lab.Endpoint!.Tell(new FarEndInput.Transfer(call, "4001"));
        TransferRecord record = await service.Record();
        if (joined)
            service.Lab.Switches["etsi"].Tell(new FarEndInput.HangUp((await service.Sees<FarEndEvent.Answered>("etsi")).Call));
        await phone.Ends();
        return record;
    }
}
