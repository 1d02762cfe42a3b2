using System.Globalization;
using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Facility;
using Gateway.Codecs.Isdn.Facility.Qsig;
using Gateway.Codecs.Isdn.Facility.Types;
using Gateway.Isdn;
using Gateway.Isdn.Transfer;

namespace Gateway.Lab;

/// <summary>
/// What the switch does when the gateway asks it to transfer (explicit call transfer; callTransferInitiate and ssctInitiate of QSIG), what
/// it is told of the other party, and the transfers of its own subscribers, which it tells the gateway.
/// </summary>
public sealed partial class IsdnSwitch
{
    private const int Identities = 10000;

    private int lastIdentity;

    private void Take(TransferIndication indication)
    {
        if (!byCall.TryGetValue(indication.Call, out var line))
            return;
        switch (indication)
        {
            case TransferIndication.Requested { Target: TransferTarget.ToCall target }:
                if (byCall.TryGetValue(target.Other, out var other))
                    Complete(line, other);
                else
                    Refuse(line, (int)GeneralError.InvalidCallState, $"{GeneralError.InvalidCallState}");
                break;
            case TransferIndication.Requested { Target: TransferTarget.ToNumber target }:
                TakeRequest(line, target);
                break;
            case TransferIndication.IdentityWanted:
                line.Identity = NextIdentity();
                wanted.Enqueue(new IsdnInput.Transfer(new TransferRequest.AllotIdentity(line.Id!.Value, line.Identity, new PartyNumber.Unknown(line.Own))));
                break;
            case TransferIndication.IdentityForgotten:
                line.Identity = null;
                break;
            case TransferIndication.IdentityShown { AllottedOn: { } allotted } when byCall.TryGetValue(allotted, out var waiting):
                waiting.TakenOverBy = line.Call;
                Answer(line);
                Ask(waiting, new CallRequest.Disconnect(new Cause(Location.User, NormalClearing)));
                break;
            case TransferIndication.PartyChanged changed:
                Connect(line, DigitsOf(changed.Party.Number), line.Remote);
                break;
        }
    }

    /// <summary>The gateway's party is to go on with somebody we know: by an identity we gave out, or by number.</summary>
    private void TakeRequest(SwitchLine line, TransferTarget.ToNumber target)
    {
        var number = target.Number.Digits;
        Tell(new FarEndEvent.TransferAsked(line.Call, number));
        if (target.Identity is { Length: > 0 } identity)
        {
            if (byCall.Values.FirstOrDefault(other => other.Identity == identity && other != line) is { } waiting)
            {
                Complete(line, waiting);
                Ask(waiting, new CallRequest.Disconnect(new Cause(Location.User, NormalClearing)));
            }
            else
            {
                Refuse(line, (int)QsigError.UnrecognizedCallIdentity, $"{QsigError.UnrecognizedCallIdentity}");
            }
        }
        else if (Subscribers.Of(number, settings.Prefix) is Behaviour.Unassigned)
        {
            Refuse(line, (int)QsigError.InvalidRerouteingNumber, $"{QsigError.InvalidRerouteingNumber}");
        }
        else if (Subscribers.Of(number) is Behaviour.Busy or Behaviour.Rejects)
        {
            Refuse(line, (int)QsigError.EstablishmentFailure, $"{QsigError.EstablishmentFailure}");
        }
        else if (!target.AwaitConnect)
        {
            Complete(line, Subscriber(number));
        }
        else
        {
            line.GoesTo = number;
            line.AskedByGateway = true;
            if (Subscribers.Of(number) == Behaviour.Answers)
                StartRinging(line, settings.RingingTime);
        }
    }

    private void Refuse(SwitchLine line, int error, string name)
    {
        wanted.Enqueue(new IsdnInput.Transfer(new TransferRequest.Refuse(line.Id!.Value, Code.Local(error))));
        Tell(new FarEndEvent.TransferFailed(line.Call, name));
    }

    /// <summary>Returns the result, by which the calls over the gateway clear, and joins the two parties here.</summary>
    private void Complete(SwitchLine line, SwitchLine other)
    {
        wanted.Enqueue(new IsdnInput.Transfer(new TransferRequest.Complete(line.Id!.Value)));
        foreach (var (one, party) in new[] { (line, other), (other, line) })
        {
            one.JoinedWith = party;
            one.IsUp = true;
            one.Party = party.Own;
            one.Local = one.Remote = new MediaPoint.Inside();
        }

        Tell(new FarEndEvent.Joined(line.Call, other.Call));
    }

    /// <summary>A subscriber that is called from inside.</summary>
    private SwitchLine Subscriber(string number)
    {
        var line = new SwitchLine(NextCall(), null, number);
        Open(line);
        Tell(new FarEndEvent.CalledBy(line.Call, number, null));
        return line;
    }

    /// <summary>Both ends of a joined pair go on hook together.</summary>
    private void HangUpPair(SwitchLine line, SwitchLine other)
    {
        Close(line, new FarEndEvent.Released(line.Call, NormalClearing));
        Close(other, new FarEndEvent.Released(other.Call, NormalClearing));
    }

    /// <summary>A subscriber sends its party to another subscriber: the party on the gateway's side is told who that is (EctInform, callTransferComplete).</summary>
    private protected override void Transfer(Line line, string number, bool leaveAtOnce)
    {
        var own = (SwitchLine)line;
        if (!IsFree(own))
            return;
        if (Subscribers.Of(number, settings.Prefix) is Behaviour.Busy or Behaviour.Rejects or Behaviour.Unassigned)
        {
            Tell(new FarEndEvent.TransferEnded(line.Call, false, $"{Subscribers.Of(number, settings.Prefix)}"));
            return;
        }

        own.GoesTo = number;
        own.AskedByGateway = false;
        Announce(own, TransferCall.Primary, number, alerting: true);
        if (Subscribers.Of(number) == Behaviour.Answers)
            StartRinging(line, settings.RingingTime);
    }

    /// <summary>A subscriber connects the parties of its two calls, which stay on the trunk, and leaves.</summary>
    private protected override void Transfer(Line line, Line target, bool leaveAtOnce)
    {
        var (primary, secondary) = ((SwitchLine)line, (SwitchLine)target);
        if (primary == secondary || !IsFree(primary) || !IsFree(secondary))
            return;
        if (primary.Party is { } party)
            Announce(secondary, TransferCall.Secondary, party, alerting: false);
        if (secondary.Party is { } other)
            Announce(primary, TransferCall.Primary, other, alerting: false);
        wanted.Enqueue(new IsdnInput.Transfer(new TransferRequest.Join(primary.Id!.Value, secondary.Id!.Value)));
        (primary.Own, secondary.Own) = (secondary.Party ?? secondary.Own, primary.Party ?? primary.Own);
        Tell(new FarEndEvent.TransferEnded(primary.Call, true, null));
    }

    private bool IsFree(SwitchLine line)
    {
        if (line is { Id: not null, IsUp: true, GoesTo: null, JoinedWith: null })
            return true;
        Observe($"{line.Call} cannot be transferred now");
        return false;
    }

    /// <summary>The subscriber that was called from inside answers.</summary>
    private void FinishTransfer(SwitchLine line, string number)
    {
        line.GoesTo = null;
        if (line.AskedByGateway)
        {
            Complete(line, Subscriber(number));
            return;
        }

        line.Own = number;
        Announce(line, TransferCall.Primary, number, alerting: false);
        Tell(new FarEndEvent.TransferEnded(line.Call, true, null));
    }

    private void Announce(SwitchLine line, TransferCall end, string number, bool alerting) => wanted.Enqueue(new IsdnInput.Transfer(
        new TransferRequest.Announce(
            line.Id!.Value,
            end,
            new TransferParty(new PresentedNumberScreened.PresentationAllowed(new PartyNumber.Unknown(number), ScreeningIndicator.NetworkProvided)),
            alerting)));

    private string NextIdentity()
    {
        do
            lastIdentity = (lastIdentity + 1) % Identities;
        while (byCall.Values.Any(line => line.Identity == Text(lastIdentity)));
        return Text(lastIdentity);
    }

    private static string Text(int identity) => identity.ToString("D4", CultureInfo.InvariantCulture);

    private static string? DigitsOf(PresentedNumberScreened number) =>
        number is PresentedNumberScreened.PresentationAllowed { Number.Digits: { Length: > 0 } digits } ? digits : null;
}
