using Gateway.Engine;
using Gateway.Engine.Legs;

namespace Engine.Tests.Exchange.Legs.Sip;

/// <summary>What the end of a SIP call is called elsewhere.</summary>
public class SipCausesTests
{
    [Fact]
    public void A_caller_that_gives_up_has_cleared_normally_and_its_call_was_terminated()
    {
        var peers = new ThreePeers();
        peers.Invite("<sip:1@192.0.2.1>", "");
        peers.Say(ThreePeers.Caller, "CANCEL", "<sip:1@192.0.2.1>", "", "", 1);

        var cause = peers.Notes.Single(note => note.Event == NoteEvents.CallClearing).Cause!;
        Assert.Equal((16, new OriginalCause("sip", 487, "Request Terminated")), (cause.Value, cause.Original));
    }
}
