using System.Net;
using System.Runtime.CompilerServices;
using Gateway.Codecs.H323.H225;
using Gateway.H323.Control;
using Gateway.H323.Registration;
using Gateway.H323.Transfer;

namespace Gateway.H323.CallSignalling;

/// <summary>
/// One call: holds the states of its machines and the facts they share, feeds each message to them in the order services, media, call
/// state, and builds what goes out. Only the stack calls it.
/// </summary>
internal sealed partial class CallSession
{
    private readonly HashSet<TimerKey> running = [];
    private readonly IPEndPoint? remote;
    private CallingSide.State calling = CallingSide.Initial;
    private CalledSide.State called = CalledSide.Initial;
    private H323Input.PlaceCall? request;
    private GloballyUniqueId conferenceId;
    private H323Party? connectedParty;
    private int peerVersion = 7;
    private bool facilityAllowed;
    private bool peerIsClearing;
    private List<H323Indication>? held;
    private H225Message? current;

    private CallSession(
        H323Stack stack, CallKey key, ConnectionKey connection, IPEndPoint? remote, bool isCalling, CallReference reference, GloballyUniqueId callIdentifier)
    {
        Stack = stack;
        Key = key;
        Connection = connection;
        this.remote = remote;
        IsCalling = isCalling;
        Reference = reference;
        CallIdentifier = callIdentifier;
        control = new ControlSession(this);
    }

    public H323Stack Stack { get; }

    public CallKey Key { get; }

    public ConnectionKey Connection { get; }

    /// <summary>We sent the SETUP.</summary>
    public bool IsCalling { get; }

    /// <summary>The call reference as our messages carry it.</summary>
    public CallReference Reference { get; }

    public GloballyUniqueId CallIdentifier { get; }

    public bool Ended { get; private set; }

    private bool Active => IsCalling ? calling is CallingSide.State.U10Active : called is CalledSide.State.U10Active;

    private bool Established => Active || (IsCalling ? calling is CallingSide.State.U4CallDelivered : called is CalledSide.State.U7CallReceived);

    private int CallStateValue => IsCalling
        ? calling switch
        {
            CallingSide.State.U1CallInitiated => 1,
            CallingSide.State.U2OverlapSending => 2,
            CallingSide.State.U3OutgoingCallProceeding => 3,
            CallingSide.State.U4CallDelivered => 4,
            CallingSide.State.U10Active => 10,
            _ => 0,
        }
        : called switch
        {
            CalledSide.State.U6CallPresent => 6,
            CalledSide.State.U7CallReceived => 7,
            CalledSide.State.U9IncomingCallProceeding => 9,
            CalledSide.State.U10Active => 10,
            _ => 0,
        };

    public static CallSession Outgoing(H323Stack stack, H323Input.PlaceCall request)
    {
        var identifiers = request.Identifiers ?? Draw(stack.Identifiers);
        return new CallSession(
            stack, request.Call, stack.Identifiers.NextConnection(), request.Destination, true, new CallReference(identifiers.Reference, false), identifiers.CallIdentifier)
        {
            request = request,
            local = request.Media,
            conferenceId = identifiers.ConferenceId,
        };
    }

    private static CallIdentifiers Draw(IH323Identifiers source) => new(
        (ushort)source.NextCallReference(), new GloballyUniqueId(source.NextGlobalId()), new GloballyUniqueId(source.NextGlobalId()));

    public static CallSession Incoming(H323Stack stack, ConnectionKey connection, IPEndPoint? remote, CallReference reference, SetupUuie setup) => new(
        stack, stack.Identifiers.NextCall(), connection, remote, false, reference with { FromDestination = true },
        setup.CallIdentifier?.Guid ?? setup.ConferenceID)
    {
        conferenceId = setup.ConferenceID,
    };

    public void Place()
    {
        if (local is not null)
            control.SetLocal(local);
        Signal(new CallingSide.Input.SetupRequest());
    }

    public void Connected() => Signal(new CallingSide.Input.ConnectionOpened());

    public void ConnectionClosed()
    {
        if (IsCalling)
            Signal(new CallingSide.Input.ConnectionClosed());
        else
            Signal(new CalledSide.Input.ConnectionClosed());
    }

    /// <summary>The SETUP that makes this call.</summary>
    public void Arrive(H225Message message, SetupUuie setup)
    {
        current = message;
        Learn(message);
        offer = FastConnect.Read(setup.FastStart);
        held = [];
        ReceiveServices(message);
        var services = held;
        held = null;
        if (Ended)
            return;
        Signal(new CalledSide.Input.Setup(), new H323Indication.IncomingCall(
            remote,
            H323Party.From(message.CalledPartyNumber, setup.DestinationAddress, null),
            H323Party.From(message.CallingPartyNumber, setup.SourceAddress, message.Display),
            Stack.Settings.FastConnect ? FastConnect.Remote(offer) : null,
            CallIdentifier,
            transferred,
            new CallIdentifiers(Reference.Value, conferenceId, CallIdentifier)));
        foreach (var indication in services)
            Indicate(indication);
        ReceiveControl([.. message.UserInformation?.H323UuPdu.H245Control ?? [], .. setup.ParallelH245Control ?? []]);
        current = null;
    }

    /// <param name="faultCause">96 or 100 when a mandatory element is missing or wrong: then only clearing is taken from the message (Q.931 (05/1998) 5.8.6).</param>
    public void Receive(H225Message message, int? faultCause)
    {
        if (faultCause is { } cause && message.MessageType != H225MessageType.ReleaseComplete)
        {
            Send(Status(cause, CallStateValue));
            return;
        }
        current = message;
        Learn(message);
        facilityAllowed |= IsCalling;
        peerIsClearing = message.MessageType == H225MessageType.ReleaseComplete;
        ReceiveServices(message);
        if (!Ended)
            ReceiveControl(message.UserInformation?.H323UuPdu.H245Control ?? []);
        if (!Ended)
            ReceiveFastStart(message);
        if (!Ended)
            ReceiveForwarding(message);
        if (!Ended && message is { MessageType: H225MessageType.Information, Keypad: { Length: > 0 } digits })
            Indicate(new H323Indication.UserInput(digits));
        if (!Ended)
            Signal(message);
        current = null;
    }

    public void Expired(TimerKey timer)
    {
        if (!running.Remove(timer))
            return;
        switch (timer.Timer)
        {
            case H323Timer.T101 or H323Timer.T103 or H323Timer.T106:
                control.Expired(timer.Timer, timer.Channel);
                break;
            case H323Timer.CtT1 or H323Timer.CtT3:
                Transferring(new TransferringEndpoint.Input.Expired(timer.Timer));
                break;
            case H323Timer.CtT2:
                TransferredTo(new TransferredToEndpoint.Input.Expired(timer.Timer));
                break;
            case H323Timer.CtT4:
                Transferred(new TransferredEndpoint.Input.Expired(timer.Timer));
                break;
            default:
                Signal(new CallingSide.Input.Expired(timer.Timer));
                break;
        }
    }

    public void Proceed() => Signal(new CalledSide.Input.ProceedingRequest());

    public void Alert(H323Media? media)
    {
        TakeMedia(media);
        TransferredTo(new TransferredToEndpoint.Input.AlertingSent());
        Signal(new CalledSide.Input.AlertingRequest());
    }

    public void Progress(H323Media? media)
    {
        TakeMedia(media);
        Signal(new CalledSide.Input.ProgressRequest());
    }

    public void Answer(H323Media? media, H323Party? party)
    {
        TakeMedia(media);
        connectedParty = party;
        if (fast is null && !StartControl())
            return;
        TransferredTo(new TransferredToEndpoint.Input.ConnectSent());
        Signal(new CalledSide.Input.AnswerRequest());
        ChangeDeferredMedia();
    }

    public void Release(int cause, ReleaseCompleteReason? reason = null)
    {
        if (Ended)
            return;
        releaseReason = reason;
        TransferredTo(new TransferredToEndpoint.Input.ReleaseSent());
        if (IsCalling)
            Signal(new CallingSide.Input.ReleaseRequest(cause));
        else
            Signal(new CalledSide.Input.ReleaseRequest(cause));
    }

    /// <summary>Sends what the turn has left over in a FACILITY of its own, once the call may carry one.</summary>
    public void Flush()
    {
        if (!Ended && facilityAllowed && (pendingControl.Count > 0 || pendingServices.Count > 0))
            Send(Facility());
    }

    // What the machines of the call use.

    public void Start(H323Timer timer, int channel = 0)
    {
        var key = new TimerKey(Key, timer, channel);
        running.Add(key);
        Stack.Emit(new H323Output.StartTimer(key, Stack.Settings.Timers[timer]));
    }

    public void Stop(H323Timer timer, int channel = 0)
    {
        var key = new TimerKey(Key, timer, channel);
        if (running.Remove(key))
            Stack.Emit(new H323Output.StopTimer(key));
    }

    public void Indicate(H323Indication indication)
    {
        if (held is not null)
            held.Add(indication);
        else
            Stack.Emit(new H323Output.Indicate(Key, indication));
    }

    public void Observe(string line, [CallerMemberName] string reason = "") => Stack.Observe(Key, Connection, line, reason);

    public void Moved(string machine, object from, object input, object to) => Stack.Emit(new H323Output.Moved(Key, machine, from, input, to));

    private void Learn(H225Message message)
    {
        if (message.UserInformation?.H323UuPdu is not { } pdu)
            return;
        // 8.2.1: FALSE in any message ends tunnelling. Version 1 does not know the flag; but a gatekeeper may leave it out of a message of its own.
        peerTunnels &= pdu.H245Tunnelling ?? message.MessageType is not (H225MessageType.Setup or H225MessageType.Connect);
        if (ProtocolVersion(pdu.H323MessageBody) is { } version)
            peerVersion = version;
    }

    private void ReceiveForwarding(H225Message message)
    {
        if (message.UserInformation?.H323UuPdu.H323MessageBody is FacilityUuie
            {
                Reason: FacilityReason.CallForwarded or FacilityReason.RouteCallToGatekeeper or FacilityReason.RouteCallToMC
            } facility)
        {
            Indicate(new H323Indication.Forwarded(facility.Reason, EndPoint(facility.AlternativeAddress), facility.AlternativeAliasAddress ?? []));
        }
    }

    /// <summary>The call is over: whoever waited for it is told, then the user.</summary>
    private void End(int? cause)
    {
        if (Ended)
            return;
        var complete = current?.MessageType == H225MessageType.ReleaseComplete && cause is null ? current : null;
        Ended = true;
        EndServices();
        foreach (var key in running)
            Stack.Emit(new H323Output.StopTimer(key));
        running.Clear();
        Indicate(new H323Indication.Released(
            complete is null ? cause : complete.Cause?.Value,
            (complete?.UserInformation?.H323UuPdu.H323MessageBody as ReleaseCompleteUuie)?.Reason,
            complete is not null));
        Stack.Remove(this);
    }
}
