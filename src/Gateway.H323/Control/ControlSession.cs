using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245;
using Gateway.Codecs.H323.H245.Audio;
using Gateway.H323.CallSignalling;

namespace Gateway.H323.Control;

/// <summary>
/// The H.245 side of one call: runs the machines of this folder, one audio channel each way, and answers what else may come. Media
/// re-routing follows H.323 (12/2009) 8.4.6: an empty capability set stops the peer, the next one starts it anew.
/// </summary>
internal sealed partial class ControlSession(CallSession call)
{
    private enum Rerouting
    {
        None,
        AwaitingPause,
        AwaitingChannels,
    }

    /// <summary>More channels than an audio call can mean; the peer is refused any further.</summary>
    private const int MaximumChannels = 8;

    private readonly Dictionary<int, (OutgoingLogicalChannel.State State, AudioCapability Audio)> outgoing = [];
    private readonly Dictionary<int, (IncomingLogicalChannel.State State, AudioCapability? Audio)> incoming = [];
    private readonly List<AudioCapability> refused = [];
    private MasterSlaveDetermination.State determination = MasterSlaveDetermination.Initial;
    private OutgoingCapabilityExchange.State exchange = OutgoingCapabilityExchange.Initial;
    private IReadOnlyList<AudioCapability>? remoteAudio;
    private H323Media? local;
    private H323Media? next;
    private Rerouting rerouting;
    private OpenLogicalChannelRejectCause rejectCause;
    private bool determined;
    private bool pausedByPeer;
    private bool hadMedia;
    private bool keepsOutgoing;
    private int lastChannel = FastConnect.FirstChannel - 1;

    /// <summary>Some H.245 procedure has begun, by either side.</summary>
    public bool Started { get; private set; }

    /// <summary>Where the peer wants its audio; null when unknown, or when it paused us.</summary>
    public H323Media? Remote { get; private set; }

    /// <summary>Tells where we want audio, before anything was opened.</summary>
    public void SetLocal(H323Media media)
    {
        local = media;
        if (Started && CapabilitiesUnsent)
            Exchange(new OutgoingCapabilityExchange.Input.TransferRequest());
        TryOpen();
    }

    /// <summary>Capability exchange and master-slave determination, which open every H.245 session (H.323 (12/2009) 8.2).</summary>
    public void Start()
    {
        var first = !Started;
        Started = true;
        // A peer that began with the determination is still owed our capabilities.
        if (local is not null && CapabilitiesUnsent)
            Exchange(new OutgoingCapabilityExchange.Input.TransferRequest());
        if (first)
            Determine(new MasterSlaveDetermination.Input.DetermineRequest(call.Stack.Identifiers.NextStatusDetermination()));
    }

    /// <summary>Fast Connect opened these channels.</summary>
    public void FastConnected(FastConnection connection)
    {
        lastChannel = Math.Max(lastChannel, connection.Outgoing);
        outgoing[connection.Outgoing] = (OutgoingLogicalChannel.Initial, connection.Remote.Audio[0]);
        Move(connection.Outgoing, new OutgoingLogicalChannel.Input.FastConnected());
        if (connection.Incoming is { } number)
        {
            incoming[number] = (IncomingLogicalChannel.Initial, connection.Remote.Audio[0]);
            Move(number, new IncomingLogicalChannel.Input.FastConnected());
        }
        Remote = connection.Remote;
        hadMedia = true;
    }

    /// <summary>Has the peer send to other addresses from now on.</summary>
    public void ChangeMedia(H323Media media, bool sameSender)
    {
        var first = !Started;
        Started = true;
        next = media;
        if (rerouting == Rerouting.AwaitingPause)
        {
            keepsOutgoing &= sameSender;
            return;
        }
        keepsOutgoing = sameSender;
        rerouting = Rerouting.AwaitingPause;
        call.Start(H323Timer.T103);
        Exchange(new OutgoingCapabilityExchange.Input.TransferRequest());
        if (first)
            Determine(new MasterSlaveDetermination.Input.DetermineRequest(call.Stack.Identifiers.NextStatusDetermination()));
    }

    public void Expired(H323Timer timer, int channel)
    {
        switch (timer)
        {
            case H323Timer.T101:
                Exchange(new OutgoingCapabilityExchange.Input.Expired(timer));
                break;
            case H323Timer.T106:
                Determine(new MasterSlaveDetermination.Input.Expired(timer));
                break;
            case H323Timer.T103 when channel == 0:
                AbandonRerouting("the peer did not close or open its channels in time");
                break;
            case H323Timer.T103 when outgoing.ContainsKey(channel):
                Move(channel, new OutgoingLogicalChannel.Input.Expired(timer));
                break;
        }
    }

    public void Receive(CompleteEncoding encoding)
    {
        var message = encoding.Decode<MultimediaSystemControlMessage>(out var fault);
        if (fault is { } found)
        {
            call.Observe($"H.245 message ignored: {found}");
            Send(ControlMessages.NotSupported(FunctionNotSupportedCause.SyntaxError, encoding.Octets.ToArray()));
            return;
        }
        switch (message)
        {
            case MultimediaSystemControlMessage.Request request:
                Receive(request.Value, encoding);
                break;
            case MultimediaSystemControlMessage.Response response:
                Receive(response.Value);
                break;
            case MultimediaSystemControlMessage.Command { Value: CommandMessage.SendTerminalCapabilitySet }:
                Exchange(new OutgoingCapabilityExchange.Input.TransferRequest());
                break;
            case MultimediaSystemControlMessage.Indication indication:
                Receive(indication.Value);
                break;
        }
    }

    private bool CapabilitiesUnsent => exchange is OutgoingCapabilityExchange.State.Idle { Sequence: 0 };

    private void Receive(RequestMessage request, CompleteEncoding encoding)
    {
        switch (request)
        {
            case RequestMessage.TerminalCapabilitySet set:
                Capabilities(set.Value);
                break;
            case RequestMessage.MasterSlaveDetermination determine:
                Determine(new MasterSlaveDetermination.Input.Determination(
                    determine.Value.TerminalType, determine.Value.StatusDeterminationNumber,
                    call.Stack.Identifiers.NextStatusDetermination(), call.Stack.Settings.TerminalType));
                break;
            case RequestMessage.OpenLogicalChannel open:
                Open(open.Value);
                break;
            case RequestMessage.CloseLogicalChannel close:
                incoming.TryAdd(close.Value.ForwardLogicalChannelNumber, (IncomingLogicalChannel.Initial, null));
                Move(close.Value.ForwardLogicalChannelNumber, new IncomingLogicalChannel.Input.Close());
                TryResume();
                break;
            case RequestMessage.RequestChannelClose close:
                CloseOnRequest(close.Value.ForwardLogicalChannelNumber);
                break;
            case RequestMessage.RoundTripDelayRequest delay:
                Send(ControlMessages.Response(new ResponseMessage.RoundTripDelayResponse(
                    new RoundTripDelayResponse { SequenceNumber = delay.Value.SequenceNumber })));
                break;
            default:
                call.Observe($"H.245 {request.GetType().Name} is not supported");
                Send(ControlMessages.NotSupported(FunctionNotSupportedCause.UnknownFunction, encoding.Octets.ToArray()));
                break;
        }
    }

    private void Receive(ResponseMessage response)
    {
        switch (response)
        {
            case ResponseMessage.TerminalCapabilitySetAck ack:
                Exchange(new OutgoingCapabilityExchange.Input.Acknowledge(ack.Value.SequenceNumber));
                break;
            case ResponseMessage.TerminalCapabilitySetReject reject:
                Exchange(new OutgoingCapabilityExchange.Input.Reject(reject.Value.SequenceNumber));
                break;
            case ResponseMessage.MasterSlaveDeterminationAck ack:
                Determine(new MasterSlaveDetermination.Input.Acknowledge(ack.Value.Decision == MasterSlaveDecision.Master));
                break;
            case ResponseMessage.MasterSlaveDeterminationReject:
                Determine(new MasterSlaveDetermination.Input.Reject(call.Stack.Identifiers.NextStatusDetermination()));
                break;
            case ResponseMessage.OpenLogicalChannelAck ack when outgoing.ContainsKey(ack.Value.ForwardLogicalChannelNumber):
                Opened(ack.Value);
                break;
            case ResponseMessage.OpenLogicalChannelReject reject when outgoing.TryGetValue(reject.Value.ForwardLogicalChannelNumber, out var channel):
                refused.Add(channel.Audio);
                Move(reject.Value.ForwardLogicalChannelNumber, new OutgoingLogicalChannel.Input.OpenReject());
                TryOpen();
                break;
            case ResponseMessage.CloseLogicalChannelAck ack when outgoing.ContainsKey(ack.Value.ForwardLogicalChannelNumber):
                Move(ack.Value.ForwardLogicalChannelNumber, new OutgoingLogicalChannel.Input.CloseAcknowledge());
                TryOpen();
                break;
            default:
                call.Observe($"H.245 {response.GetType().Name} answers nothing");
                break;
        }
    }

    private void Receive(IndicationMessage indication)
    {
        switch (indication)
        {
            case IndicationMessage.MasterSlaveDeterminationRelease:
                Determine(new MasterSlaveDetermination.Input.Release());
                break;
            case IndicationMessage.UserInput { Value: UserInputIndication.Alphanumeric text }:
                call.Indicate(new H323Indication.UserInput(text.Value));
                break;
            case IndicationMessage.UserInput { Value: UserInputIndication.Signal signal }:
                call.Indicate(new H323Indication.UserInput(signal.SignalType));
                break;
            case IndicationMessage.FunctionNotUnderstood or IndicationMessage.FunctionNotSupported:
                call.Observe($"the peer does not support an H.245 message of ours: {indication.GetType().Name}");
                break;
        }
    }

    /// <summary>The incoming CESE: every set is taken and acknowledged at once.</summary>
    private void Capabilities(TerminalCapabilitySet set)
    {
        Send(ControlMessages.Response(new ResponseMessage.TerminalCapabilitySetAck(
            new TerminalCapabilitySetAck { SequenceNumber = set.SequenceNumber })));
        if (set.MultiplexCapability is null && set.CapabilityTable is null)
        {
            Started = true;
            remoteAudio = null;
            pausedByPeer = true;
            ReleaseOutgoing();
            SetRemote(null);
            return;
        }
        remoteAudio = [.. (set.CapabilityTable ?? []).Select(entry => Receivable(entry.Capability)).OfType<AudioCapability>()];
        refused.Clear();
        if (pausedByPeer)
        {
            // 8.4.6: after the pause both sides begin as if H.245 had just been opened. Peers keep who is master, and so do we.
            pausedByPeer = false;
            Exchange(new OutgoingCapabilityExchange.Input.TransferRequest());
        }
        Start();
        TryOpen();
    }

    private static AudioCapability? Receivable(Capability? capability) => capability switch
    {
        Capability.ReceiveAudioCapability receive => receive.Value,
        Capability.ReceiveAndTransmitAudioCapability both => both.Value,
        _ => null,
    };

    private void Open(OpenLogicalChannel open)
    {
        var number = open.ForwardLogicalChannelNumber;
        var audio = (open.ForwardLogicalChannelParameters.DataType as DataType.AudioData)?.Value;
        incoming[number] = (incoming.TryGetValue(number, out var old) ? old.State : IncomingLogicalChannel.Initial, audio);
        Move(number, new IncomingLogicalChannel.Input.Open());
        OpenLogicalChannelRejectCause? cause = open switch
        {
            { ReverseLogicalChannelParameters: not null } => OpenLogicalChannelRejectCause.UnsuitableReverseParameters,
            _ when audio is null => OpenLogicalChannelRejectCause.DataTypeNotSupported,
            _ when incoming.Count > MaximumChannels => OpenLogicalChannelRejectCause.DataTypeNotAvailable,
            _ when local is null || rerouting == Rerouting.AwaitingPause => OpenLogicalChannelRejectCause.DataTypeNotAvailable,
            _ when !local.Audio.Any(ours => H323Media.IsSame(ours, audio)) => OpenLogicalChannelRejectCause.DataTypeNotSupported,
            _ => null,
        };
        if (cause is { } why)
        {
            rejectCause = why;
            Move(number, new IncomingLogicalChannel.Input.RejectRequest());
            return;
        }
        Move(number, new IncomingLogicalChannel.Input.EstablishResponse());
        TryFinishRerouting();
    }

    private void Opened(OpenLogicalChannelAck ack)
    {
        var number = ack.ForwardLogicalChannelNumber;
        var audio = outgoing[number].Audio;
        Move(number, new OutgoingLogicalChannel.Input.OpenAcknowledge());
        var parameters = (ack.ForwardMultiplexAckParameters as ForwardMultiplexAckParameters.H2250LogicalChannelAckParameters)?.Value;
        if (ControlMessages.EndPoint(parameters?.MediaChannel) is not { } rtp)
        {
            call.Observe($"openLogicalChannelAck of channel {number} has no IP mediaChannel");
            return;
        }
        SetRemote(new H323Media(rtp, ControlMessages.EndPoint(parameters?.MediaControlChannel) ?? new(rtp.Address, Math.Min(rtp.Port + 1, 65535)), [audio]));
        TryFinishRerouting();
    }

    private void CloseOnRequest(int number)
    {
        if (outgoing.TryGetValue(number, out var channel) && channel.State is OutgoingLogicalChannel.State.Established)
        {
            Send(ControlMessages.Response(new ResponseMessage.RequestChannelCloseAck(new RequestChannelCloseAck { ForwardLogicalChannelNumber = number })));
            // Opening the same coding at once again would only be closed again.
            refused.Add(channel.Audio);
            Move(number, new OutgoingLogicalChannel.Input.ReleaseRequest());
            return;
        }
        Send(ControlMessages.Response(new ResponseMessage.RequestChannelCloseReject(
            new RequestChannelCloseReject { ForwardLogicalChannelNumber = number, Cause = RequestChannelCloseRejectCause.Unspecified })));
    }

    /// <summary>Opens our channel as soon as both sides know each other and nothing of ours is open.</summary>
    private void TryOpen()
    {
        if (local is null || remoteAudio is not { Count: > 0 } || !determined || pausedByPeer || rerouting == Rerouting.AwaitingPause
            || outgoing.Count > 0)
            return;
        var usable = local.Audio.Where(ours => remoteAudio.Any(theirs => H323Media.IsSame(ours, theirs)) && !refused.Any(no => H323Media.IsSame(no, ours))).ToList();
        var received = incoming.Values.Where(channel => channel.State is IncomingLogicalChannel.State.Established).Select(channel => channel.Audio);
        var audio = usable.FirstOrDefault(ours => received.Any(theirs => theirs is not null && H323Media.IsSame(ours, theirs))) ?? usable.FirstOrDefault();
        if (audio is null)
        {
            Fail("no audio coding in common with the peer");
            return;
        }
        var number = ++lastChannel;
        outgoing[number] = (OutgoingLogicalChannel.Initial, audio);
        Move(number, new OutgoingLogicalChannel.Input.EstablishRequest());
    }

    private void ReleaseOutgoing()
    {
        foreach (var (number, channel) in outgoing.ToList())
        {
            if (channel.State is OutgoingLogicalChannel.State.Established or OutgoingLogicalChannel.State.AwaitingEstablishment)
                Move(number, new OutgoingLogicalChannel.Input.ReleaseRequest());
        }
    }

    /// <summary>Once the peer has taken the empty set and closed what it transmitted on, it is told the new addresses.</summary>
    private void TryResume()
    {
        if (rerouting != Rerouting.AwaitingPause || exchange is not OutgoingCapabilityExchange.State.Idle
            || incoming.Count > 0)
            return;
        rerouting = Rerouting.AwaitingChannels;
        local = next;
        if (!keepsOutgoing || outgoing.Values.Any(channel => !local!.Audio.Any(ours => H323Media.IsSame(ours, channel.Audio))))
            ReleaseOutgoing();
        Exchange(new OutgoingCapabilityExchange.Input.TransferRequest());
        TryOpen();
    }

    private void TryFinishRerouting()
    {
        if (rerouting != Rerouting.AwaitingChannels || Remote is null
            || !outgoing.Values.Any(channel => channel.State is OutgoingLogicalChannel.State.Established)
            || !incoming.Values.Any(channel => channel.State is IncomingLogicalChannel.State.Established))
            return;
        rerouting = Rerouting.None;
        next = null;
        call.Stop(H323Timer.T103);
        call.Indicate(new H323Indication.MediaChanged(Remote));
    }

    /// <summary>An H.245 procedure came to nothing: a re-routing is given up, and a call that never had media is over.</summary>
    private void Fail(string reason)
    {
        if (rerouting == Rerouting.None && !hadMedia)
        {
            call.ReleaseWithoutMedia(reason);
            return;
        }
        call.Observe(reason);
        AbandonRerouting(reason);
    }

    private void AbandonRerouting(string reason)
    {
        if (rerouting == Rerouting.None)
            return;
        var paused = rerouting == Rerouting.AwaitingPause;
        rerouting = Rerouting.None;
        next = null;
        call.Stop(H323Timer.T103);
        call.Indicate(new H323Indication.MediaRefused(reason));
        if (paused && local is not null)
            Exchange(new OutgoingCapabilityExchange.Input.TransferRequest());
    }

    private void SetRemote(H323Media? media)
    {
        if (Equals(Remote, media))
            return;
        Remote = media;
        hadMedia |= media is not null;
        // While we re-route, the user hears of it once, at the end.
        if (rerouting == Rerouting.None)
            call.Indicate(new H323Indication.MediaChanged(media));
    }
}
