using System.Security.Cryptography;
using Gateway.Engine.Legs;
using Gateway.Exchange;
using Gateway.H323;

namespace Gateway.Host;

/// <summary>Identifiers of a running service: counters where only uniqueness counts, cryptographic randomness where a stranger must not guess.</summary>
public sealed class RandomIdentifiers : IIdentifierSource
{
    private long leg;
    private long call;
    private long transfer;
    private long connection;
    private int callReference = RandomNumberGenerator.GetInt32(1, 32768);

    public LegId NextLeg() => new(++leg);

    CallId Engine.IIdentifierSource.NextCall() => new(++call);

    public TransferId NextTransfer() => new(++transfer);

    public CorrelationId NextCorrelation() => new(Guid.CreateVersion7().ToString());

    public string NextBranch() => Text(10);

    public string NextTag() => Text(8);

    public string NextCallId() => Text(16);

    public int NextBelow(int bound) => RandomNumberGenerator.GetInt32(bound);

    CallKey IH323Identifiers.NextCall() => new(NextLeg().Value);

    public ConnectionKey NextConnection() => new(++connection);

    public int NextCallReference() => callReference = (callReference % 32767) + 1;

    public UInt128 NextGlobalId()
    {
        Span<byte> octets = stackalloc byte[16];
        RandomNumberGenerator.Fill(octets);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(octets);
    }

    public int NextStatusDetermination() => RandomNumberGenerator.GetInt32(1 << 24);

    public string NextCallIdentity() => RandomNumberGenerator.GetInt32(1000, 10000).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Text(int octets)
    {
        Span<byte> random = stackalloc byte[octets];
        RandomNumberGenerator.Fill(random);
        return Convert.ToHexStringLower(random);
    }
}
