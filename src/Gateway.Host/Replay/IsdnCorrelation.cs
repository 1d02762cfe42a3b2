using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Facility;
using Gateway.Codecs.Isdn.Facility.Dms100;
using Gateway.Codecs.Isdn.Facility.Etsi;
using Gateway.Codecs.Isdn.Facility.Ni2;
using Gateway.Codecs.Isdn.Facility.Qsig;
using Gateway.Codecs.Isdn.Messages;
using Gateway.Exchange;
using Cause = Gateway.Engine.Legs.Cause;

namespace Gateway.Host.Replay;

/// <summary>Follows the calls of a D-channel by trunk, call reference and the side that allotted it, and the transfers of all variants in them.</summary>
internal sealed class IsdnCorrelation(CallTable calls)
{
    private const string Clause = "EN 300 196-1 V1.3.2 8.3";

    private readonly Dictionary<(string Trunk, uint Reference, bool ByNetwork), CapturedLeg> legs = [];

    /// <summary>Identities that a network gave to calls, so that a transfer can name them.</summary>
    private readonly Dictionary<(string Trunk, int Identity), CapturedLeg> linked = [];

    public void Take(Trace trace, Seen.Isdn seen)
    {
        if (seen.Message is not { } message || message.CallReference.IsDummy || message.CallReference.IsGlobal || message.ProtocolDiscriminator != Q931Message.Q931Discriminator)
            return;
        var reference = message.CallReference;
        var key = (seen.Trunk, reference.Value, ByNetwork: seen.FromNetwork != reference.Flag);
        var fromCaller = !reference.Flag;
        legs.TryGetValue(key, out var leg);
        if (message.Type == MessageType.Setup && leg is not { EndedByCaller: null, Call.Progress: CallProgress.SetUp })
        {
            leg = calls.SetUp(
                trace, "q931", message.First<CallingPartyNumber>()?.Digits, message.First<CalledPartyNumber>()?.Digits ?? "unknown",
                madeByTransfer: trace.Apdus.Any(apdu => apdu.Value is CallTransferSetup or SsctSetup));
        }
        else
        {
            leg ??= calls.Found(trace, "q931", fromCaller, null, "unknown", established: IsOfActiveCall(message.Type));
        }

        legs[key] = leg;
        (trace.Leg, trace.Call) = (leg, leg.Call);
        trace.Transfer ??= leg.Call.MadeBy;
        Services(trace, seen, leg, fromCaller);
        switch (message.Type)
        {
            case MessageType.Alerting:
                CallTable.Ring(trace, leg);
                break;
            case MessageType.Connect:
                CallTable.Answer(trace, leg);
                break;
            case MessageType.Disconnect or MessageType.Release or MessageType.ReleaseComplete when leg.EndedByCaller is null:
                CallTable.End(trace, leg, fromCaller, message.First<Codecs.Isdn.Elements.Cause>() is { } cause ? new Cause(cause.Value, (int)cause.Location) : Cause.NormalUnspecified);
                break;
        }
    }

    public void Close()
    {
        foreach (var leg in legs.Values)
            InvokeTable.Close(leg, Clause);
    }

    private static bool IsOfActiveCall(MessageType type) => type is not (MessageType.SetupAcknowledge or MessageType.CallProceeding or MessageType.Progress or MessageType.Alerting or MessageType.Connect);

    private void Services(Trace trace, Seen.Isdn seen, CapturedLeg leg, bool fromCaller)
    {
        foreach (var (apdu, answered) in InvokeTable.Take(trace, leg, fromCaller, Clause))
        {
            switch (apdu.Value)
            {
                case EctLinkIdRequestResult(var linkId):
                    linked[(seen.Trunk, linkId)] = leg;
                    break;
                case RltOperationIndicationResult(var callId):
                    linked[(seen.Trunk, callId)] = leg;
                    break;
                case CallTransferComplete complete:
                    trace.Signs.Add(new Sign.PartyChanged(leg.Call, fromCaller, DigitsOf(complete.RedirectionNumber) ?? "unknown", complete.Status == CallStatus.Alerting));
                    break;
            }

            if (apdu.IsInvoke && TargetOf(apdu.Value, seen, leg) is { } target)
                calls.Ask(trace, leg, fromCaller, target, apdu.Operation!, apdu.InvokeId);
            else if (answered?.Trace.Transfer is { } transfer && transfer.Request == answered.Operation)
                CallTable.Conclude(trace, transfer, apdu.Kind == "returnResult" ? null : CauseOf(apdu, seen));
        }
    }

    /// <summary>Where the operation sends the far party of its call; null when it is none that transfers.</summary>
    private CapturedTarget? TargetOf(object? operation, Seen.Isdn seen, CapturedLeg leg) => operation switch
    {
        CallTransferInitiate initiate => new CapturedTarget.Number(initiate.RerouteingNumber.Digits, initiate.Identity),
        SsctInitiate single => new CapturedTarget.Number(single.RerouteingNumber.Digits, null),
        ExplicitEctExecute(var linkId) => Linked(seen, linkId),
        RltThirdParty(var callId, _) => Linked(seen, callId),
        // The flag is as the asking side sends it: set when the other side allotted the reference.
        TwoBChannelTransfer(var reference, _) =>
            legs.TryGetValue((seen.Trunk, (uint)(reference & 0x7FFF), seen.FromNetwork == ((reference & 0x8000) == 0)), out var named)
                ? Consultation(named, seen)
                : new CapturedTarget.Missing($"call reference {reference & 0x7FFF}"),
        EctExecute => legs.Where(pair => pair.Key.Trunk == seen.Trunk && pair.Value != leg && pair.Value.EndedByCaller is null).Select(pair => pair.Value).LastOrDefault() is { } other
            ? Consultation(other, seen)
            : new CapturedTarget.Missing("the other call of the interface"),
        _ => null,
    };

    private CapturedTarget Linked(Seen.Isdn seen, int identity) => linked.TryGetValue((seen.Trunk, identity), out var leg)
        ? Consultation(leg, seen)
        : new CapturedTarget.Missing($"link identity {identity}");

    /// <summary>The side that asks has an end of the other call too: it placed that call, or it was called.</summary>
    private CapturedTarget.Call Consultation(CapturedLeg leg, Seen.Isdn seen) =>
        new(leg.Call, legs.First(pair => pair.Value == leg).Key.ByNetwork == seen.FromNetwork);

    private static Cause CauseOf(Apdu apdu, Seen.Isdn seen) => apdu.Kind == "reject"
        ? Causes.FromTransferError(Causes.Reject, Causes.InvokeProblem + 1)
        : Causes.FromTransferError(seen.Message!.All<FacilityElement>().Any(element => element.Contents is [0x9F, ..]) ? Causes.Qsig : Causes.Etsi, apdu.Error?.Number ?? -1);

    private static string? DigitsOf(object? presented) => presented switch
    {
        Codecs.Isdn.Facility.Types.PresentedNumberScreened.PresentationAllowed allowed => allowed.Number.Digits,
        Codecs.Isdn.Facility.Types.PresentedAddressScreened.PresentationAllowed allowed => allowed.Number.Digits,
        _ => null,
    };
}
