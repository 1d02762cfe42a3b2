using System.Globalization;
using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H450;
using Simulation.Tests.World;

namespace Simulation.Tests.Peers;

/// <summary>
/// What endpoints answered to H.450.2 invokes when we listened to them, as octets of H4501SupplementaryService. The invoke id, the fifth
/// octet, is put in for the occasion.
/// </summary>
/// <remarks>
/// Result, 1005, 1006: H323Plus, fixtures/h450/captured.jsonl (h3p-blind-ring-answer 29, h3p-blind-space-identity 28, h3p-blind-refused-by-b
/// 22). Reject and notAvailable: Erlang/OTP, fixtures/h450/golden.json. 1004 and 10 are the same with another value.
/// </remarks>
internal static class H450Words
{
    public const string Result = "0001400101";
    public const string NotAvailable = "0001800105000103";
    public const string InteractionNotAllowed = "000180010500010A";
    public const string InvalidReroutingNumber = "0001800101000203EC";
    public const string UnrecognizedCallIdentity = "0001800101000203ED";
    public const string EstablishmentFailure = "000180014D000203EE";
    public const string UnrecognizedOperation = "0001C00109400101";

    private const int InvokeIdOctet = 4;

    /// <summary>
    /// From now on <paramref name="peer"/> does not hear an invoke of this operation from the gateway, and these octets are its answer; null
    /// is silence. After as many times it is itself again.
    /// </summary>
    public static void Instead(this VirtualWorld world, FarNode peer, OperationCode operation, string? words, int times = int.MaxValue, byte? cause = null, double seconds = 0.02)
    {
        var before = world.Network.MeddleH323;
        world.Network.MeddleH323 = (end, message) =>
        {
            if (end.Node != world.Gateway || end.Other.Node != peer || InvokeOf(message, operation) is not { } invoke || times-- <= 0)
                return before(end, message);
            if (words is not null)
                world.After(TimeSpan.FromSeconds(seconds), () => world.Network.Put(end.Other, Answer(message, words, (byte)invoke.InvokeId, cause)));
            return null;
        };
    }

    private static Invoke? InvokeOf(H225Message message, OperationCode operation) => (message.UserInformation?.H323UuPdu.H4501SupplementaryService ?? [])
        .Select(encoding => encoding.Decode<H4501SupplementaryService>(out _).ServiceApdu)
        .OfType<ServiceApdus.RosApdus>().SelectMany(apdus => apdus.Value).OfType<Invoke>()
        .FirstOrDefault(invoke => invoke.Opcode is Code.Local { Value: var value } && value == (long)operation);

    // A FACILITY of the same call, the other way round.
    private static H225Message Answer(H225Message asked, string words, byte invokeId, byte? cause)
    {
        var octets = Convert.FromHexString(words);
        octets[InvokeIdOctet] = invokeId;
        var reference = asked.CallReference!.Value;
        return asked with
        {
            CallReference = reference with { FromDestination = !reference.FromDestination },
            Elements = cause is { } value ? [new Cause(value).ToElement()] : [],
            UserInformation = asked.UserInformation! with
            {
                H323UuPdu = asked.UserInformation!.H323UuPdu with { H4501SupplementaryService = [new(octets)], H245Control = null },
            },
        };
    }
}
