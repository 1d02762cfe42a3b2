using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H450;
using Gateway.Codecs.H323.H450.CallTransfer;
using Gateway.Exchange;
using Cause = Gateway.Engine.Legs.Cause;

namespace Gateway.Host.Replay;

/// <summary>Follows the calls of H.225.0 by connection and call reference, and the transfers of H.450.2 in them.</summary>
internal sealed class H225Correlation(CallTable calls)
{
    private const string Clause = "H.450.1 (02/1998) 8.4";

    private readonly Dictionary<(int Connection, string Ends, int Reference), CapturedLeg> legs = [];

    public void Take(Trace trace, Seen.H225 seen)
    {
        if (seen.Message is not { CallReference: { } reference } message || reference.Value == 0)
            return;
        var key = (seen.Connection, string.Join('-', new[] { seen.From.Name, seen.To.Name }.Order(StringComparer.Ordinal)), (int)reference.Value);
        var fromCaller = !reference.FromDestination;
        var setup = message.UserInformation?.H323UuPdu.H323MessageBody as SetupUuie;
        if (message.MessageType == H225MessageType.Setup)
            legs[key] = SetUp(trace, message, setup);
        else if (!legs.ContainsKey(key))
            legs[key] = calls.Found(trace, "h225", fromCaller, null, "unknown", established: message.MessageType is H225MessageType.Facility or H225MessageType.ReleaseComplete or H225MessageType.Notify);
        var leg = legs[key];
        (trace.Leg, trace.Call) = (leg, leg.Call);
        trace.Transfer ??= leg.Call.MadeBy;
        Services(trace, leg, fromCaller);
        switch (message.MessageType)
        {
            case H225MessageType.Alerting:
                CallTable.Ring(trace, leg);
                break;
            case H225MessageType.Connect:
                CallTable.Answer(trace, leg);
                break;
            case H225MessageType.ReleaseComplete:
                CallTable.End(trace, leg, fromCaller, CauseOf(message));
                break;
        }
    }

    public void Close()
    {
        foreach (var leg in legs.Values)
            InvokeTable.Close(leg, Clause);
    }

    private CapturedLeg SetUp(Trace trace, H225Message message, SetupUuie? setup) => calls.SetUp(
        trace,
        "h225",
        message.CallingPartyNumber?.Digits ?? PartyOf(setup?.SourceAddress),
        message.CalledPartyNumber?.Digits ?? PartyOf(setup?.DestinationAddress) ?? trace.Seen.To.Name,
        setup?.CallIdentifier?.Guid.ToString(),
        trace.Apdus.Any(apdu => apdu.Value is Operation.CallTransferSetup));

    private void Services(Trace trace, CapturedLeg leg, bool fromCaller)
    {
        foreach (var (apdu, answered) in InvokeTable.Take(trace, leg, fromCaller, Clause))
        {
            if (apdu.Value is Operation.CallTransferInitiate(var argument))
            {
                var asked = calls.Ask(trace, leg, fromCaller, TargetOf(argument), apdu.Operation!, apdu.InvokeId);
                Claim(leg, asked, argument.CallIdentity);
            }
            else if (answered is { Operation: "callTransferInitiate", Trace.Transfer: { } transfer })
            {
                CallTable.Conclude(trace, transfer, apdu.Kind == "returnResult" ? null : CauseOf(apdu));
            }
            else if (answered?.Trace.Transfer is { } known)
            {
                trace.Transfer = known;
            }
        }
    }

    /// <summary>The consultation that gave out the identity belongs to the same transfer, though it came before.</summary>
    private void Claim(CapturedLeg leg, CapturedTransfer transfer, string identity)
    {
        if (identity.Trim().Length == 0)
            return;
        foreach (var other in legs.Values.Where(other => other != leg))
        {
            foreach (var invoke in other.Invokes.Values.Where(invoke => invoke is { Operation: "callTransferIdentify", Trace.Transfer: null }))
            {
                invoke.Trace.Transfer = transfer;
                if (invoke.Answer is { } answer)
                    answer.Transfer = transfer;
            }
        }
    }

    private static CapturedTarget.Number TargetOf(CTInitiateArg argument) =>
        new(PartyOf(argument.ReroutingNumber.DestinationAddress) ?? "unknown", argument.CallIdentity.Trim());

    /// <summary>The first number, else the first name, else the address.</summary>
    private static string? PartyOf(IReadOnlyList<AliasAddress>? aliases)
    {
        var named = (aliases ?? []).Select<AliasAddress, (int Order, string Text)>(alias => alias switch
        {
            AliasAddress.DialledDigits digits => (0, digits.Value),
            AliasAddress.PartyNumber(PartyNumber.E164Number(var number)) => (0, number.PublicNumberDigits),
            AliasAddress.H323ID id => (1, id.Value),
            AliasAddress.UrlID url => (2, url.Value),
            AliasAddress.EmailID email => (2, email.Value),
            AliasAddress.TransportID(TransportAddress.IpAddress address) => (3, address.Ip.ToString()),
            _ => (4, ""),
        });
        return named.Where(name => name.Text.Length > 0).OrderBy(name => name.Order).Select(name => name.Text).FirstOrDefault();
    }

    private static Cause CauseOf(H225Message message) =>
        message.Cause is { } cause ? new Cause(cause.Value)
        : message.UserInformation?.H323UuPdu.H323MessageBody is ReleaseCompleteUuie { Reason: { } reason } ? Causes.FromH225(reason.GetType().Name)
        : Cause.NormalUnspecified;

    private static Cause CauseOf(Apdu apdu) => apdu.Kind == "reject"
        ? Causes.FromTransferError(Causes.Reject, Causes.InvokeProblem + 1)
        : Causes.FromTransferError(Causes.H450, apdu.Error?.Number ?? -1);
}
