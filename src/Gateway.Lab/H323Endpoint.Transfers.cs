using System.Net;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H450;
using Gateway.H323;
using Gateway.H323.Transfer;

namespace Gateway.Lab;

/// <summary>H.450.2 (02/1998) in its three parts, and what callTransferComplete, callTransferActive and callTransferUpdate tell of the other party.</summary>
public sealed partial class H323Endpoint
{
    private protected override void Transfer(Line line, string number, bool leaveAtOnce)
    {
        var transferee = (EndpointLine)line;
        if (MayTransfer(transferee))
        {
            transferee.IsTransferring = true;
            wanted.Enqueue(new H323Input.TransferInitiate(transferee.Key, "", [new AliasAddress.DialledDigits(number)]));
        }
    }

    private protected override void Transfer(Line line, Line target, bool leaveAtOnce)
    {
        var (primary, secondary) = ((EndpointLine)line, (EndpointLine)target);
        if (primary != secondary && MayTransfer(primary) && MayTransfer(secondary))
        {
            primary.IsTransferring = secondary.IsTransferring = true;
            secondary.TransfereeOfIdentify = primary;
            wanted.Enqueue(new H323Input.TransferIdentify(secondary.Key));
        }
    }

    private bool MayTransfer(EndpointLine line)
    {
        if (line is { IsUp: true, IsTransferring: false })
            return true;
        Observe($"{line.Call} cannot be transferred now");
        return false;
    }

    private void TakeService(EndpointLine line, H323Indication indication)
    {
        switch (indication)
        {
            case H323Indication.TransferIdentified identified:
                TakeIdentity(line, identified);
                break;
            case H323Indication.TransferInitiated initiated:
                line.IsTransferring = false;
                Tell(new FarEndEvent.TransferEnded(line.Call, initiated.Outcome is TransferOutcome.Succeeded, Words(initiated.Outcome)));
                break;
            case H323Indication.TransferRequested requested:
                Follow(line, requested.ReroutingNumber);
                break;
            case H323Indication.TransferSucceeded succeeded when byKey.TryGetValue(succeeded.NewCall, out var newLine):
                line.TakenOverBy = newLine.Call;
                break;
            case H323Indication.TransferFailed failed:
                Tell(new FarEndEvent.TransferFailed(line.Call, $"{failed.Error}"));
                break;
            case H323Indication.IdentifyRequested:
                wanted.Enqueue(new H323Input.AnswerIdentify(line.Key, [new AliasAddress.DialledDigits(line.Own), AddressOf(settings.Address)]));
                break;
            case H323Indication.ServiceReceived received:
                TakeParty(line, received.Operation);
                break;
        }
    }

    private void TakeIdentity(EndpointLine target, H323Indication.TransferIdentified identified)
    {
        target.IsTransferring = false;
        if (target.TransfereeOfIdentify is not { } line)
            return;
        target.TransfereeOfIdentify = null;
        if (identified is { Outcome: TransferOutcome.Succeeded, CallIdentity: { } identity } && byKey.ContainsKey(line.Key))
        {
            wanted.Enqueue(new H323Input.TransferInitiate(line.Key, identity, identified.ReroutingNumber, target.Key));
            return;
        }

        line.IsTransferring = false;
        Tell(new FarEndEvent.TransferEnded(line.Call, false, Words(identified.Outcome)));
    }

    /// <summary>The transferred endpoint: calls whoever it is told to. The stack tells the asking side how it went.</summary>
    private void Follow(EndpointLine line, IReadOnlyList<AliasAddress> reroutingNumber)
    {
        var number = NumberOf(reroutingNumber);
        Tell(new FarEndEvent.TransferAsked(line.Call, number ?? string.Join(", ", reroutingNumber)));
        var destination = reroutingNumber.OfType<AliasAddress.TransportID>().Select(alias => EndPointOf(alias.Value)).FirstOrDefault(found => found is not null);
        if (number is null && destination is null)
        {
            wanted.Enqueue(new H323Input.RefuseTransfer(line.Key, ErrorCode.InvalidReroutingNumber));
            Tell(new FarEndEvent.TransferFailed(line.Call, $"{ErrorCode.InvalidReroutingNumber}"));
            return;
        }

        var newLine = OpenLine(identifiers.NextCall(), line.Own);
        newLine.Party = number;
        Tell(new FarEndEvent.Dialled(newLine.Call, newLine.Own, number ?? $"{destination}"));
        var names = reroutingNumber.Where(alias => alias is not (AliasAddress.DialledDigits or AliasAddress.TransportID or AliasAddress.PartyNumber));
        wanted.Enqueue(new H323Input.AcceptTransfer(
            line.Key, Place(newLine, destination ?? settings.Gateway, new H323Party(number) { Aliases = [.. names] })));
    }

    private void TakeParty(EndpointLine line, Operation operation)
    {
        var address = operation switch
        {
            Operation.CallTransferComplete complete => complete.Argument.RedirectionNumber,
            Operation.CallTransferActive active => active.Argument.ConnectedAddress,
            Operation.CallTransferUpdate update => update.Argument.RedirectionNumber,
            _ => null,
        };
        if (address is not null)
            Connect(line, NumberOf(address.DestinationAddress), line.Remote);
    }

    private static string? NumberOf(IReadOnlyList<AliasAddress> aliases) => aliases.Select(alias => alias switch
    {
        AliasAddress.DialledDigits digits => digits.Value,
        AliasAddress.PartyNumber { Value: PartyNumber.E164Number number } => number.Value.PublicNumberDigits,
        AliasAddress.PartyNumber { Value: PartyNumber.PrivateNumber number } => number.Value.PrivateNumberDigits,
        _ => null,
    }).FirstOrDefault(digits => digits is not null);

    private static AliasAddress.TransportID AddressOf(IPEndPoint address) =>
        new(new TransportAddress.IpAddress { Ip = address.Address, Port = address.Port });

    private static IPEndPoint? EndPointOf(TransportAddress address) => address switch
    {
        TransportAddress.IpAddress ip => new IPEndPoint(ip.Ip, ip.Port),
        TransportAddress.Ip6Address ip => new IPEndPoint(ip.Ip, ip.Port),
        _ => null,
    };

    private static string Words(TransferOutcome outcome) => outcome is TransferOutcome.Refused refused ? $"{refused.Error}" : outcome.GetType().Name;
}
