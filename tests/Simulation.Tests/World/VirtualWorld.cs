using System.Net;
using System.Runtime.CompilerServices;
using Gateway.Codecs.Isdn.Facility;
using Gateway.Codecs.Sip.Messages;
using Gateway.Engine;
using Gateway.Engine.Legs;
using Gateway.Engine.Policy;
using Gateway.Engine.Routing;
using Gateway.Exchange;
using Gateway.Host.Options;
using Gateway.Isdn;
using Gateway.Lab;
using Gateway.Sip;
using PeerProtocol = Gateway.Exchange.PeerProtocol;

namespace Simulation.Tests.World;

/// <summary>
/// The gateway amid its neighbours, in virtual time and a virtual network, from one seed: three SIP telephones (numbers 11, 12, 13...), two
/// H.323 endpoints (31, 32), an ETSI access (4...) and another (6...), a QSIG trunk (5...), and an ETSI trunk on which the gateway is the
/// network (7...). The last two digits of a number tell what its subscriber does when called.
/// </summary>
internal sealed class VirtualWorld
{
    public const string Etsi = "etsi", Etsi2 = "etsi2", Qsig = "qsig", Pbx = "pbx";

    /// <summary>Longer than the pause between two NOTIFYs, so that ringing is told.</summary>
    private static readonly TimeSpan RingingTime = TimeSpan.FromSeconds(2);

    private static readonly IPAddress GatewayAddress = IPAddress.Parse("10.0.0.1");
    private static readonly Listener GatewayListener = new(SipTransport.Udp, "10.0.0.1", 5060);
    private static readonly IPEndPoint GatewaySip = new(GatewayAddress, 5060);
    private static readonly IPEndPoint GatewayH323 = new(GatewayAddress, 1720);

    private readonly Dice dice;
    private readonly Agenda agenda = new();

    public VirtualWorld(ulong seed = 1, TransferRule[]? rules = null, Func<ExchangeSettings, ExchangeSettings>? with = null, bool linksUp = true, bool fastConnect = true)
    {
        dice = new Dice(seed);
        Transcript = new Transcript(agenda);
        Network = new Network(agenda, dice, Transcript) { WatchSip = Watch };
        var settings = Settings(rules ?? [Allow(OnFailure.FallBack, "h450", "ect", "qsig-join", "bridge")]);
        Gateway = Add(new GatewayNode(with?.Invoke(settings) ?? settings, agenda, Network, Transcript, dice) { Sip = GatewayListener, Listens = true });
        Alice = Phone("alice", 1, "1101", "1186", "1180", "1103");
        Bob = Phone("bob", 2, "1201", "1286", "1280", "1203");
        Carol = Phone("carol", 3, "1301", "1386", "1380", "1303");
        Hugo = Endpoint("hugo", 1, "3101", fastConnect);
        Hanna = Endpoint("hanna", 2, "3201", fastConnect);
        Switch = Trunk(Etsi, IsdnSide.Network, IsdnVariant.Etsi, "4101");
        OtherSwitch = Trunk(Etsi2, IsdnSide.Network, IsdnVariant.Etsi, "6101");
        Pinx = Trunk(Qsig, IsdnSide.Network, IsdnVariant.Qsig, "5101");
        User = new IsdnUserNode("pbx", IPAddress.Parse("10.0.4.4"), agenda, Network) { Trunk = Pbx };
        Network.Join(Gateway, Pbx, User);
        Transcript.Variants[Pbx] = FacilityVariant.Etsi;
        if (linksUp)
            BringLinksUp();
    }

    public Network Network { get; }

    public Transcript Transcript { get; }

    public GatewayNode Gateway { get; }

    public FarNode Alice { get; }

    public FarNode Bob { get; }

    public FarNode Carol { get; }

    public FarNode Hugo { get; }

    public FarNode Hanna { get; }

    public FarNode Switch { get; }

    public FarNode OtherSwitch { get; }

    public FarNode Pinx { get; }

    /// <summary>The PBX on whose trunk the gateway is the network.</summary>
    public IsdnUserNode User { get; }

    /// <summary>What the gateway promised by accepting REFERs, and told.</summary>
    public ReferWatch Refers { get; } = new();

    public TimeSpan Now => agenda.Now;

    public Dice Dice => dice;

    public IEnumerable<FarNode> FarNodes => [Alice, Bob, Carol, Hugo, Hanna, Switch, OtherSwitch, Pinx];

    public static TransferRule Allow(OnFailure onFailure, params string[] methods) =>
        new() { Id = "allowed", Action = RuleAction.Allow, Methods = methods, OnFailure = onFailure };

    public void Run(double seconds) => agenda.RunUntil(agenda.Now + TimeSpan.FromSeconds(seconds));

    public void After(TimeSpan delay, Action action) => agenda.After(delay, action);

    /// <summary>Runs until it is so, and fails when that takes longer than the patience of whoever waits.</summary>
    public void RunUntil(Func<bool> isSo, string what, double patience = 30)
    {
        var limit = agenda.Now + TimeSpan.FromSeconds(patience);
        while (!isSo())
        {
            if (!agenda.TakeNext(limit))
                Assert.Fail($"waited in vain for {what}\n{Transcript}");
        }
    }

    /// <summary>Somebody calls a number and talks to whoever answers.</summary>
    public FarEndCall Call(FarNode caller, string number, string? from = null)
    {
        var call = Dial(caller, number, from);
        RunUntil(() => caller.HasSeen<FarEndEvent.Answered>(answered => answered.Call == call), $"{number} to answer {caller}");
        Run(0.5);
        return call;
    }

    /// <summary>Somebody dials; nothing has come of it yet.</summary>
    public static FarEndCall Dial(FarNode caller, string number, string? from = null)
    {
        var before = caller.Seen.Count;
        caller.Do(new FarEndInput.Dial(number, from));
        return caller.Seen.Skip(before).OfType<FarEndEvent.Dialled>().Single().Call;
    }

    /// <summary>The call at a far end that <paramref name="own"/> has there; the latest when there are several.</summary>
    public static Connection ConnectionOf(FarNode node, string own) =>
        node.Connections.LastOrDefault(connection => connection.Own == own)
            ?? throw new Xunit.Sdk.XunitException($"{own} at {node} is in no call, but {string.Join("; ", node.Connections)}");

    /// <summary>Each of the two sends its speech to where the other one hears, as both were told.</summary>
    public void AssertTalking(FarNode one, string number, FarNode other, string otherNumber)
    {
        var connected =
            from here in one.Connections
            from there in other.Connections
            where here.Own == number && there.Own == otherNumber
                && EarOf(other, there) is { } ear && ear.Equals(MouthOf(one, here))
                && EarOf(one, here) is { } otherEar && otherEar.Equals(MouthOf(other, there))
            select here;
        if (!connected.Any())
            Assert.Fail($"{number} and {otherNumber} do not hear each other:\n{Sound(one, number)}\n{Sound(other, otherNumber)}\n{Transcript}");
    }

    /// <summary>Nobody is in a call, at any far end.</summary>
    public void AssertNobodyTalks() => Assert.Empty(FarNodes.SelectMany(node => node.Connections));

    /// <summary>Nothing is left at the gateway once transactions have lived their time, and every REFER it accepted was told its end once.</summary>
    public void AssertIdleAtLast()
    {
        Run(400);
        Refers.AssertTold();
        Assert.True(Gateway.Exchange.IsIdle, "something of a call is left at the gateway");
    }

    /// <summary>Everybody who is still in a call hangs up.</summary>
    public void EverybodyHangsUp()
    {
        foreach (var node in FarNodes)
        {
            foreach (var connection in node.Connections)
                node.Do(new FarEndInput.HangUp(connection.Call));
        }

        foreach (var call in User.Calls.ToArray())
            User.HangUp(call);
        Run(5);
    }

    /// <summary>Compares what was said with <c>fixtures/ladders</c>.</summary>
    public void AssertLadder([CallerMemberName] string scenario = "") =>
        Approved.AssertLadder(scenario, $"{scenario.Replace('_', ' ')}\n\n{Transcript}");

    // What the gateway said counts though it was lost on the way; what others say, as the gateway hears it.
    private void Watch(Node from, SipMessage meant, SipMessage? sent)
    {
        if (from == Gateway)
            Refers.Watch(from, meant);
        else if (sent is SipRequest { Method.Name: "REFER" } or SipResponse { CSeq.Method.Name: "NOTIFY" })
            Refers.Watch(from, sent);
    }

    // Where a party of this call hears what is sent to it.
    private static IPEndPoint? EarOf(FarNode node, Connection connection) => connection.Local switch
    {
        MediaPoint.Rtp(var address) => address,
        MediaPoint.Channel(var slot) => BearerOf(node.Trunk!, slot),
        _ => null,
    };

    // Where what a party says goes in the end: of a telephone what it was told, of an ISDN subscriber what the device with its channel was told.
    private IPEndPoint? MouthOf(FarNode node, Connection connection) => connection.Remote switch
    {
        MediaPoint.Rtp(var address) => address,
        MediaPoint.Channel(var slot) when Gateway.Bearers.TryGetValue(BearerOf(node.Trunk!, slot), out var remote)
            && remote.Direction is MediaDirection.SendReceive or MediaDirection.ReceiveOnly => remote.Rtp,
        _ => null,
    };

    private string Sound(FarNode node, string number) => string.Join('\n', node.Connections.Where(connection => connection.Own == number)
        .Select(connection => $"{number} hears at {EarOf(node, connection)} and speaks to {MouthOf(node, connection)}").DefaultIfEmpty($"{number} at {node} is in no call"));

    private static IPEndPoint BearerOf(string trunk, int slot) =>
        new(GatewayAddress, MediaOf(trunk).Port + (2 * slot));

    private static IPEndPoint MediaOf(string trunk) => new(GatewayAddress, trunk switch { Etsi => 40000, Etsi2 => 41000, Qsig => 42000, _ => 43000 });

    private void BringLinksUp()
    {
        foreach (var trunk in new[] { Etsi, Etsi2, Qsig, Pbx })
            Gateway.Take(new ExchangeInput.Isdn(trunk, new IsdnInput.Start()));
        foreach (var node in new[] { Switch, OtherSwitch, Pinx })
            node.Do(new FarEndInput.Start());
        User.Do(new IsdnInput.Start());
        RunUntil(() => new[] { Etsi, Etsi2, Qsig, Pbx }.All(Gateway.Exchange.IsUp), "the data links");
        Run(1);
        Transcript.Begin();
    }

    /// <summary>A telephone at 10.0.1.n that says literally what a test writes. The gateway knows it when a peer has that address.</summary>
    public LiteralPhone Literal(string name, byte place) => Add(new LiteralPhone(name, new IPAddress([10, 0, 1, place]), Gateway, Network) { Sip = new Listener(SipTransport.Udp, $"10.0.1.{place}", 5060) });

    /// <summary>With one more SIP peer, of that name, at 10.0.1.n.</summary>
    public static ExchangeSettings Knowing(ExchangeSettings settings, string name, byte place) => settings with
    {
        Peers = [.. settings.Peers, new(new(name), PeerProtocol.Sip, new(new IPAddress([10, 0, 1, place]), 5060)) { Trusted = true }],
    };

    /// <summary>One more telephone at 10.0.1.n.</summary>
    public FarNode PhoneBeside(string name, byte place, string number) => Phone(name, place, number);

    private TNode Add<TNode>(TNode node)
        where TNode : Node
    {
        Network.Add(node);
        return node;
    }

    private FarNode Phone(string name, byte place, params string[] numbers)
    {
        var address = new IPAddress([10, 0, 1, place]);
        var listener = new Listener(SipTransport.Udp, address.ToString(), 5060);
        var identifiers = new Identifiers(name, dice);
        var phone = new SipPhone(new SipPhoneSettings(listener, GatewaySip, new IPEndPoint(address, 20000), numbers) { Lines = 4, RingingTime = RingingTime }, identifiers);
        return Add(new FarNode(name, address, phone, identifiers, agenda, Network) { Sip = listener });
    }

    /// <summary>One more endpoint (10.0.3.n), whose own calls go straight to another and not through the gateway.</summary>
    public FarNode EndpointBefore(FarNode other, string name, byte place, string number) => Endpoint(name, place, number, true, new IPEndPoint(other.Address, 1720));

    private FarNode Endpoint(string name, byte place, string number, bool fastConnect, IPEndPoint? gateway = null)
    {
        var address = new IPAddress([10, 0, 3, place]);
        var identifiers = new Identifiers(name, dice);
        var endpoint = new H323Endpoint(
            new H323EndpointSettings(new IPEndPoint(address, 1720), gateway ?? GatewayH323, new IPEndPoint(address, 20000), number) { FastConnect = fastConnect, RingingTime = RingingTime }, identifiers);
        return Add(new FarNode(name, address, endpoint, identifiers, agenda, Network) { Listens = true });
    }

    private FarNode Trunk(string trunk, IsdnSide side, IsdnVariant variant, string number)
    {
        var node = new FarNode(
            trunk, IPAddress.Parse("10.0.4.1"), new IsdnSwitch(new IsdnSwitchSettings(new IsdnTrunkSettings(side, variant), number) { RingingTime = RingingTime }),
            new Identifiers(trunk, dice), agenda, Network) { Trunk = trunk };
        Network.Join(Gateway, trunk, node);
        Transcript.Variants[trunk] = variant == IsdnVariant.Qsig ? FacilityVariant.Qsig : FacilityVariant.Etsi;
        return node;
    }

    private static ExchangeSettings Settings(TransferRule[] rules)
    {
        PeerAddress[] peers =
        [
            new(new("alice"), PeerProtocol.Sip, new(IPAddress.Parse("10.0.1.1"), 5060)) { Trusted = true },
            new(new("bob"), PeerProtocol.Sip, new(IPAddress.Parse("10.0.1.2"), 5060)) { Trusted = true },
            new(new("carol"), PeerProtocol.Sip, new(IPAddress.Parse("10.0.1.3"), 5060)) { Trusted = true },
            new(new("hugo"), PeerProtocol.H323, new(IPAddress.Parse("10.0.3.1"), 1720)),
            new(new("hanna"), PeerProtocol.H323, new(IPAddress.Parse("10.0.3.2"), 1720)),
            new(new(Etsi), PeerProtocol.Isdn, Trunk: Etsi),
            new(new(Etsi2), PeerProtocol.Isdn, Trunk: Etsi2),
            new(new(Qsig), PeerProtocol.Isdn, Trunk: Qsig),
            new(new(Pbx), PeerProtocol.Isdn, Trunk: Pbx),
        ];
        string[] Known(PeerAddress peer) => peer switch
        {
            { Protocol: PeerProtocol.Sip } => ["refer"],
            { Protocol: PeerProtocol.H323 } => ["h450"],
            { Trunk: Etsi or Etsi2 } => ["ect"],
            { Trunk: Qsig } => ["qsig-join"],
            _ => [],
        };
        return new ExchangeSettings
        {
            Engine = new EngineSettings
            {
                Peers = [.. peers.Select(peer => new PeerSettings
                {
                    Name = peer.Name.Value,
                    Methods = Known(peer),
                    Takeover = peer.Protocol == PeerProtocol.Sip ? TakeoverRight.ReferredBy : TakeoverRight.Peer,
                })],
                Routes = [.. new[] { ("11*", "alice"), ("12*", "bob"), ("13*", "carol"), ("31*", "hugo"), ("32*", "hanna"), ("4*", Etsi), ("6*", Etsi2), ("5*", Qsig), ("7*", Pbx) }
                    .Select(route => new Route { Id = $"to-{route.Item2}", Called = route.Item1, To = route.Item2 })],
                Transfers = new TransferPolicy { Rules = rules },
                Methods = EngineBinding.Methods,
            },
            Peers = peers,
            Sip = GatewayListener,
            H323 = GatewayH323,
            Trunks = [.. new[] { (Etsi, IsdnSide.User, IsdnVariant.Etsi), (Etsi2, IsdnSide.User, IsdnVariant.Etsi), (Qsig, IsdnSide.User, IsdnVariant.Qsig), (Pbx, IsdnSide.Network, IsdnVariant.Etsi) }
                .Select(trunk => new TrunkSettings(trunk.Item1, new IsdnTrunkSettings(trunk.Item2, trunk.Item3), MediaOf(trunk.Item1)))],
        };
    }
}
