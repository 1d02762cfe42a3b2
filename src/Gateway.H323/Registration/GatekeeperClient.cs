using System.Net;
using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.Ras;

namespace Gateway.H323.Registration;

/// <summary>What an endpoint registers as.</summary>
/// <param name="CallSignalling">Where it takes calls.</param>
/// <param name="Ras">Where it takes RAS datagrams.</param>
/// <param name="TimeToLive">What we ask for; the gatekeeper decides.</param>
public sealed record GatekeeperSettings(
    IPEndPoint CallSignalling, IPEndPoint Ras, IReadOnlyList<AliasAddress> Aliases, EndpointType Endpoint, TimeSpan TimeToLive);

/// <summary>The numbers that RAS and call signalling must say alike for one call.</summary>
public sealed record CallIdentifiers(ushort Reference, GloballyUniqueId ConferenceId, GloballyUniqueId CallIdentifier);

/// <summary>What the gatekeeper client is told.</summary>
public abstract record GatekeeperInput
{
    private GatekeeperInput() { }

    public sealed record Register : GatekeeperInput;

    public sealed record Unregister : GatekeeperInput;

    /// <summary>A datagram from the gatekeeper. Others are not to be given here.</summary>
    public sealed record Received(RasMessage Message) : GatekeeperInput;

    public sealed record Expired(RasTimerKey Timer) : GatekeeperInput;

    /// <summary>May this call be made, or answered? Answered by Admitted or Refused.</summary>
    /// <param name="Answer">We are called.</param>
    public sealed record Admit(CallKey Call, CallIdentifiers Identifiers, bool Answer, H323Party Called, H323Party? Calling) : GatekeeperInput;

    /// <summary>The call is over. Nothing for a call that was not admitted.</summary>
    public sealed record Disengage(CallKey Call) : GatekeeperInput;
}

/// <summary>What the gatekeeper client wants done, in order.</summary>
public abstract record GatekeeperOutput
{
    private GatekeeperOutput() { }

    public sealed record Send(RasMessage Message) : GatekeeperOutput;

    public sealed record StartTimer(RasTimerKey Timer, TimeSpan Duration) : GatekeeperOutput;

    public sealed record StopTimer(RasTimerKey Timer) : GatekeeperOutput;

    public sealed record Registered(string EndpointIdentifier, IReadOnlyList<AliasAddress> Aliases) : GatekeeperOutput;

    /// <summary>Not registered, or not any more; it is tried again by itself unless the user unregistered.</summary>
    public sealed record Unregistered(RegistrationRejectReason? Reason) : GatekeeperOutput;

    /// <param name="Destination">Where SETUP goes: the called endpoint, or the gatekeeper that routes. Null for a form of address we cannot call.</param>
    /// <param name="Called">What to put in the place of the called aliases; null to leave them.</param>
    public sealed record Admitted(CallKey Call, IPEndPoint? Destination, IReadOnlyList<AliasAddress>? Called) : GatekeeperOutput;

    /// <param name="Reason">Null: no answer, or not registered.</param>
    public sealed record Refused(CallKey Call, AdmissionRejectReason? Reason) : GatekeeperOutput;

    /// <summary>The gatekeeper wants the call ended.</summary>
    public sealed record Disengaged(CallKey Call) : GatekeeperOutput;

    public sealed record Observed(string Line) : GatekeeperOutput;
}

/// <summary>
/// Registers with a gatekeeper and asks it about calls (H.225.0 (12/2009) clause 7, RAS). One synchronous object beside
/// <see cref="H323Stack"/>; its user lets a call be admitted before it places or answers it. Answers that match no outstanding request are ignored.
/// </summary>
public sealed class GatekeeperClient(GatekeeperSettings settings)
{
    /// <summary>Both directions of G.711, in units of 100 bit/s.</summary>
    private const uint Bandwidth = 1280;

    private static readonly ObjectIdentifier ProtocolIdentifier = ObjectIdentifier.Parse("0.0.8.2250.0.7");

    private readonly Dictionary<CallKey, Admission> calls = [];
    private readonly Dictionary<int, CallKey> callBySequence = [];
    private EndpointRegistration.State registration = EndpointRegistration.Initial;
    private RasMessage? registrationRequest;
    private RegistrationConfirm? confirmed;
    private string endpointIdentifier = "";
    private RegistrationRejectReason? rejected;
    private int sequence;
    private int unregistration;
    private List<GatekeeperOutput> outputs = [];

    public IReadOnlyList<GatekeeperOutput> Handle(GatekeeperInput input)
    {
        outputs = [];
        switch (input)
        {
            case GatekeeperInput.Register:
                Step(new EndpointRegistration.Input.RegisterRequest());
                break;
            case GatekeeperInput.Unregister:
                Step(new EndpointRegistration.Input.UnregisterRequest());
                break;
            case GatekeeperInput.Received received:
                Receive(received.Message);
                break;
            case GatekeeperInput.Expired { Timer.Call: null } expired:
                Step(new EndpointRegistration.Input.Expired(expired.Timer.Timer));
                break;
            case GatekeeperInput.Expired { Timer.Call: { } key } when calls.TryGetValue(key, out var call):
                Step(call, new CallAdmission.Input.Expired());
                break;
            case GatekeeperInput.Admit admit:
                Admit(admit);
                break;
            case GatekeeperInput.Disengage disengage when calls.TryGetValue(disengage.Call, out var call)
                && call.State is CallAdmission.State.Admitted or CallAdmission.State.AwaitingAdmission:
                Step(call, new CallAdmission.Input.DisengageRequest());
                break;
        }
        return outputs;
    }

    private void Admit(GatekeeperInput.Admit admit)
    {
        if (confirmed is null)
        {
            outputs.Add(new GatekeeperOutput.Refused(admit.Call, null));
            return;
        }
        var call = calls[admit.Call] = new Admission(admit);
        Step(call, new CallAdmission.Input.AdmissionRequest());
    }

    private void Receive(RasMessage message)
    {
        switch (message)
        {
            case RegistrationConfirm confirm when Answers(confirm.RequestSeqNum):
                confirmed = confirm;
                endpointIdentifier = confirm.EndpointIdentifier;
                Step(new EndpointRegistration.Input.Confirm(confirm.TimeToLive));
                break;
            case RegistrationReject reject when Answers(reject.RequestSeqNum):
                rejected = reject.RejectReason;
                Step(new EndpointRegistration.Input.Reject(
                    reject.RejectReason is RegistrationRejectReason.DiscoveryRequired or RegistrationRejectReason.FullRegistrationRequired));
                break;
            case UnregistrationRequest request:
                unregistration = request.RequestSeqNum;
                Step(new EndpointRegistration.Input.Unregistration());
                break;
            case RequestInProgress progress when Answers(progress.RequestSeqNum):
                Step(new EndpointRegistration.Input.InProgress(TimeSpan.FromMilliseconds(progress.Delay)));
                break;
            case RequestInProgress progress when Find(progress.RequestSeqNum) is { } call:
                Step(call, new CallAdmission.Input.InProgress(TimeSpan.FromMilliseconds(progress.Delay)));
                break;
            case AdmissionConfirm confirm when Find(confirm.RequestSeqNum) is { } call:
                call.Confirm = confirm;
                Step(call, new CallAdmission.Input.Confirm());
                break;
            case RasMessage.AdmissionConfirmSequence { Value: [var first, ..] } when Find(first.RequestSeqNum) is { } call:
                call.Confirm = first;
                Step(call, new CallAdmission.Input.Confirm());
                break;
            case AdmissionReject reject when Find(reject.RequestSeqNum) is { } call:
                call.Reject = reject.RejectReason;
                Step(call, new CallAdmission.Input.Reject());
                break;
            case DisengageConfirm or DisengageReject when message.SequenceNumber is { } number && Find(number) is { } call:
                Step(call, new CallAdmission.Input.DisengageAnswered());
                break;
            case DisengageRequest request:
                Disengage(request);
                break;
            case UnregistrationConfirm or UnregistrationReject:
                break;
            default:
                outputs.Add(new GatekeeperOutput.Observed($"{message.GetType().Name} {message.SequenceNumber} answers nothing of ours, ignored"));
                break;
        }
    }

    private bool Answers(int number) => registrationRequest?.SequenceNumber == number && registration is EndpointRegistration.State.AwaitingConfirm;

    private Admission? Find(int number) => callBySequence.TryGetValue(number, out var key) ? calls.GetValueOrDefault(key) : null;

    private void Disengage(DisengageRequest request)
    {
        var call = calls.Values.FirstOrDefault(call => request.CallIdentifier is { } identifier
            ? call.Request.Identifiers.CallIdentifier == identifier.Guid
            : call.Request.Identifiers.Reference == request.CallReferenceValue);
        if (call is null)
        {
            outputs.Add(new GatekeeperOutput.Send(new DisengageConfirm { RequestSeqNum = request.RequestSeqNum }));
            return;
        }
        call.Demand = request.RequestSeqNum;
        Step(call, new CallAdmission.Input.Disengage());
    }

    private void Step(EndpointRegistration.Input input)
    {
        var transition = EndpointRegistration.Handle(registration, input);
        registration = transition.Next;
        foreach (var output in transition.Outputs)
        {
            switch (output)
            {
                case EndpointRegistration.Output.SendRegistration send:
                    registrationRequest = send.Again ? registrationRequest! : Registration(send.Light);
                    outputs.Add(new GatekeeperOutput.Send(registrationRequest));
                    break;
                case EndpointRegistration.Output.SendUnregistration:
                    outputs.Add(new GatekeeperOutput.Send(new UnregistrationRequest
                    {
                        RequestSeqNum = NextSequence(),
                        CallSignalAddress = [Address(settings.CallSignalling)],
                        EndpointAlias = settings.Aliases,
                        EndpointIdentifier = confirmed?.EndpointIdentifier,
                        GatekeeperIdentifier = confirmed?.GatekeeperIdentifier,
                    }));
                    break;
                case EndpointRegistration.Output.SendUnregistrationConfirm:
                    outputs.Add(new GatekeeperOutput.Send(new UnregistrationConfirm { RequestSeqNum = unregistration }));
                    break;
                case EndpointRegistration.Output.StartTimer start:
                    outputs.Add(new GatekeeperOutput.StartTimer(new RasTimerKey(null, start.Timer), start.Duration));
                    break;
                case EndpointRegistration.Output.StopTimer stop:
                    outputs.Add(new GatekeeperOutput.StopTimer(new RasTimerKey(null, stop.Timer)));
                    break;
                case EndpointRegistration.Output.IndicateRegistered:
                    outputs.Add(new GatekeeperOutput.Registered(confirmed!.EndpointIdentifier, confirmed.TerminalAlias ?? settings.Aliases));
                    break;
                case EndpointRegistration.Output.IndicateUnregistered:
                    confirmed = null;
                    outputs.Add(new GatekeeperOutput.Unregistered(rejected));
                    rejected = null;
                    break;
            }
        }
    }

    private void Step(Admission call, CallAdmission.Input input)
    {
        var key = call.Request.Call;
        var transition = CallAdmission.Handle(call.State, input);
        call.State = transition.Next;
        foreach (var output in transition.Outputs)
        {
            switch (output)
            {
                case CallAdmission.Output.SendAdmission send:
                    Ask(call, send.Again ? call.Asked! : AdmissionFor(call.Request));
                    break;
                case CallAdmission.Output.SendDisengage send:
                    Ask(call, send.Again ? call.Asked! : DisengageFor(call.Request));
                    break;
                case CallAdmission.Output.SendDisengageConfirm:
                    outputs.Add(new GatekeeperOutput.Send(new DisengageConfirm { RequestSeqNum = call.Demand }));
                    break;
                case CallAdmission.Output.StartTimer start:
                    outputs.Add(new GatekeeperOutput.StartTimer(new RasTimerKey(key, RasTimer.Request), start.Duration));
                    break;
                case CallAdmission.Output.StopTimer:
                    outputs.Add(new GatekeeperOutput.StopTimer(new RasTimerKey(key, RasTimer.Request)));
                    break;
                case CallAdmission.Output.IndicateAdmitted:
                    outputs.Add(new GatekeeperOutput.Admitted(key, EndPoint(call.Confirm!.DestCallSignalAddress), call.Confirm.DestinationInfo));
                    break;
                case CallAdmission.Output.IndicateRefused refused:
                    outputs.Add(new GatekeeperOutput.Refused(key, refused.Silent ? null : call.Reject));
                    break;
                case CallAdmission.Output.IndicateDisengaged:
                    outputs.Add(new GatekeeperOutput.Disengaged(key));
                    break;
                case CallAdmission.Output.Forget:
                    calls.Remove(key);
                    if (call.Asked?.SequenceNumber is { } last)
                        callBySequence.Remove(last);
                    break;
            }
        }
    }

    private void Ask(Admission call, RasMessage request)
    {
        if (call.Asked?.SequenceNumber is { } last)
            callBySequence.Remove(last);
        call.Asked = request;
        callBySequence[request.SequenceNumber!.Value] = call.Request.Call;
        outputs.Add(new GatekeeperOutput.Send(request));
    }

    /// <summary>A light one repeats what the syntax demands and asks for nothing but more time (H.225.0 7.9.1).</summary>
    private RegistrationRequest Registration(bool light) => new()
    {
        RequestSeqNum = NextSequence(),
        ProtocolIdentifier = ProtocolIdentifier,
        DiscoveryComplete = false,
        CallSignalAddress = [Address(settings.CallSignalling)],
        RasAddress = [Address(settings.Ras)],
        TerminalType = settings.Endpoint,
        TerminalAlias = light ? null : settings.Aliases,
        GatekeeperIdentifier = confirmed?.GatekeeperIdentifier,
        EndpointVendor = settings.Endpoint.Vendor ?? new H323Settings().Endpoint.Vendor!,
        TimeToLive = (uint)Math.Max(1, settings.TimeToLive.TotalSeconds),
        KeepAlive = light,
        EndpointIdentifier = light ? confirmed?.EndpointIdentifier : null,
        WillSupplyUUIEs = false,
        MaintainConnection = false,
    };

    private AdmissionRequest AdmissionFor(GatekeeperInput.Admit admit) => new()
    {
        RequestSeqNum = NextSequence(),
        CallType = CallType.PointToPoint,
        EndpointIdentifier = endpointIdentifier,
        DestinationInfo = admit.Called.AllAliases() is { Count: > 0 } called ? called : null,
        SrcInfo = admit.Calling?.AllAliases() is { Count: > 0 } calling ? calling : settings.Aliases,
        SrcCallSignalAddress = admit.Answer ? null : Address(settings.CallSignalling),
        BandWidth = Bandwidth,
        CallReferenceValue = admit.Identifiers.Reference,
        ConferenceID = admit.Identifiers.ConferenceId,
        ActiveMC = false,
        AnswerCall = admit.Answer,
        CanMapAlias = true,
        CallIdentifier = new CallIdentifier { Guid = admit.Identifiers.CallIdentifier },
        GatekeeperIdentifier = confirmed?.GatekeeperIdentifier,
        WillSupplyUUIEs = false,
    };

    private DisengageRequest DisengageFor(GatekeeperInput.Admit admit) => new()
    {
        RequestSeqNum = NextSequence(),
        EndpointIdentifier = endpointIdentifier,
        ConferenceID = admit.Identifiers.ConferenceId,
        CallReferenceValue = admit.Identifiers.Reference,
        DisengageReason = DisengageReason.NormalDrop,
        CallIdentifier = new CallIdentifier { Guid = admit.Identifiers.CallIdentifier },
        GatekeeperIdentifier = confirmed?.GatekeeperIdentifier,
        AnsweredCall = admit.Answer,
    };

    private int NextSequence() => sequence = sequence % 65535 + 1;

    private static TransportAddress Address(IPEndPoint endpoint) => CallSignalling.CallSession.Address(endpoint);

    private static IPEndPoint? EndPoint(TransportAddress address) => CallSignalling.CallSession.EndPoint(address);

    private sealed class Admission(GatekeeperInput.Admit request)
    {
        public GatekeeperInput.Admit Request { get; } = request;

        public CallAdmission.State State { get; set; } = CallAdmission.Initial;

        public RasMessage? Asked { get; set; }

        public AdmissionConfirm? Confirm { get; set; }

        public AdmissionRejectReason? Reject { get; set; }

        /// <summary>requestSeqNum of the gatekeeper's DRQ.</summary>
        public int Demand { get; set; }
    }
}
