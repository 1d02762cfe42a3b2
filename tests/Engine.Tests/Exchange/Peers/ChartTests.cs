using Gateway.Exchange.Peers;

namespace Engine.Tests.Exchange.Peers;

public class ChartTests
{
    [Fact]
    public void Peer_reachability_is_as_charted() => Chart.AssertApproved(
        "Exchange.PeerReachability",
        typeof(PeerReachability),
        [new PeerReachability.State.Unknown(), new PeerReachability.State.Up(), new PeerReachability.State.Down()],
        [
            new PeerReachability.Input.Due(),
            new PeerReachability.Input.Answered(200),
            new PeerReachability.Input.Answered(405),
            new PeerReachability.Input.Answered(408),
            new PeerReachability.Input.Answered(503),
            new PeerReachability.Input.Unanswered(),
            new PeerReachability.Input.CallLost(),
        ]);
}
