using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Net;
using System.Text;

namespace Gateway.Codecs.Sip.Dns;

/// <summary>What became of a question (RFC 1035 4.1.1).</summary>
public enum DnsResponseCode
{
    NoError = 0,
    FormatError = 1,
    ServerFailure = 2,
    NameError = 3,
    NotImplemented = 4,
    Refused = 5,
}

/// <summary>What is asked (RFC 1035 4.1.2), in class IN.</summary>
public readonly record struct DnsQuestion(DnsName Name, DnsType Type)
{
    public override string ToString() => $"{Type.ToString().ToUpperInvariant()} of {Name}";
}

/// <summary>
/// A DNS message (RFC 1035 4.1), as far as one who asks needs it: one question and the records that answer it.
/// <code>
/// octets 0-1   id
/// octet  2     QR | opcode (4) | AA | TC | RD
/// octet  3     RA | Z (3) | response code (4)
/// octets 4-11  counts of questions, answers, authority records and additional records
/// then         questions: name, type (2), class (2)
/// then         records: name, type (2), class (2), TTL in seconds (4), length (2), data
/// </code>
/// Records of other classes and types are passed over, and so are those behind the answers. Of a message that was cut (TC) no answer is read.
/// </summary>
public sealed record DnsMessage(ushort Id)
{
    private const int Internet = 1;
    private const int SmallestRecord = 11;

    public bool IsResponse { get; init; }

    /// <summary>0: a query.</summary>
    public int Opcode { get; init; }

    public bool IsAuthoritative { get; init; }

    public bool IsTruncated { get; init; }

    public bool RecursionDesired { get; init; }

    public bool RecursionAvailable { get; init; }

    public DnsResponseCode ResponseCode { get; init; }

    public DnsQuestion? Question { get; init; }

    public ImmutableArray<DnsRecord> Answers { get; init; } = [];

    /// <summary>The message, or null and the fault.</summary>
    public static DnsMessage? Decode(ReadOnlySpan<byte> octets, out DnsFault? fault)
    {
        var reader = new DnsReader(octets);
        var id = reader.UInt16();
        var flags = reader.UInt16();
        var (questions, answers) = (reader.UInt16(), reader.UInt16());
        reader.Take(4);
        if (questions > 1)
        {
            reader.Fail(DnsFaultReason.Question, "RFC 9619 4");
        }

        DnsQuestion? question = null;
        if (questions == 1 && reader.Fault is null)
        {
            var (name, type, @class) = (reader.Name(), (DnsType)reader.UInt16(), reader.UInt16());
            question = new DnsQuestion(name, type);
            if (@class != Internet)
            {
                reader.Fail(DnsFaultReason.Question, "RFC 1035 4.1.2");
            }
        }

        var isTruncated = (flags & 0x0200) != 0;
        var records = ImmutableArray<DnsRecord>.Empty;
        if (!isTruncated)
        {
            if (answers > reader.Left / SmallestRecord)
            {
                reader.Fail(DnsFaultReason.Truncated, "RFC 1035 4.1.1");
            }

            records = DecodeRecords(ref reader, answers);
        }

        fault = reader.Fault;
        return fault is not null ? null : new DnsMessage(id)
        {
            IsResponse = (flags & 0x8000) != 0,
            Opcode = (flags >> 11) & 0xF,
            IsAuthoritative = (flags & 0x0400) != 0,
            IsTruncated = isTruncated,
            RecursionDesired = (flags & 0x0100) != 0,
            RecursionAvailable = (flags & 0x0080) != 0,
            ResponseCode = (DnsResponseCode)(flags & 0xF),
            Question = question,
            Answers = records,
        };
    }

    /// <summary>The message with its names written out. What does not fit into a message is left away, and the message says that it was cut.</summary>
    public byte[] Encode()
    {
        var output = new ArrayBufferWriter<byte>(512);
        output.Advance(12);
        _ = output.GetSpan();
        if (Question is { } question)
        {
            Write(output, question.Name);
            Write(output, (ushort)question.Type);
            Write(output, Internet);
        }

        var written = 0;
        foreach (var record in IsTruncated ? [] : Answers)
        {
            var octets = Encode(record);
            if (output.WrittenCount + octets.Length > ushort.MaxValue)
            {
                break;
            }

            output.Write(octets);
            written++;
        }

        var message = output.WrittenSpan.ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(message, Id);
        BinaryPrimitives.WriteUInt16BigEndian(message.AsSpan(2), (ushort)(
            (IsResponse ? 0x8000 : 0) | (Opcode << 11) | (IsAuthoritative ? 0x0400 : 0) | (IsTruncated || written < Answers.Length ? 0x0200 : 0)
            | (RecursionDesired ? 0x0100 : 0) | (RecursionAvailable ? 0x0080 : 0) | (int)ResponseCode));
        BinaryPrimitives.WriteUInt16BigEndian(message.AsSpan(4), (ushort)(Question is null ? 0 : 1));
        BinaryPrimitives.WriteUInt16BigEndian(message.AsSpan(6), (ushort)written);
        return message;
    }

    private static ImmutableArray<DnsRecord> DecodeRecords(ref DnsReader reader, int count)
    {
        var records = ImmutableArray.CreateBuilder<DnsRecord>();
        for (; count > 0 && reader.Fault is null; count--)
        {
            var owner = reader.Name();
            var (type, @class, ttl, length) = ((DnsType)reader.UInt16(), reader.UInt16(), reader.UInt32(), reader.UInt16());

            // RFC 2181 8: a TTL with the highest bit set is 0.
            ttl = ttl > int.MaxValue ? 0 : ttl;
            var end = reader.At + length;
            if (length > reader.Left)
            {
                reader.Fail(DnsFaultReason.Truncated, "RFC 1035 4.1.3");
            }
            else if (@class != Internet || DecodeData(ref reader, owner, type, ttl, length) is not { } record)
            {
                reader.Take(end - reader.At);
            }
            else if (reader.At != end)
            {
                reader.Fail(DnsFaultReason.RecordData, "RFC 1035 4.1.3");
            }
            else
            {
                records.Add(record);
            }
        }

        return records.DrainToImmutable();
    }

    private static DnsRecord? DecodeData(ref DnsReader reader, DnsName owner, DnsType type, uint ttl, int length)
    {
        switch (type)
        {
            case DnsType.A or DnsType.Aaaa when length == (type == DnsType.A ? 4 : 16):
                return new DnsRecord.Address(owner, ttl, new IPAddress(reader.Take(length)));
            case DnsType.A or DnsType.Aaaa:
                reader.Fail(DnsFaultReason.RecordData, type == DnsType.A ? "RFC 1035 3.4.1" : "RFC 3596 2.2");
                return null;
            case DnsType.Cname:
                return new DnsRecord.Alias(owner, ttl, reader.Name());
            case DnsType.Srv:
                return new DnsRecord.Service(owner, ttl, reader.UInt16(), reader.UInt16(), reader.UInt16(), reader.Name());
            case DnsType.Naptr:
                return new DnsRecord.NamingAuthority(
                    owner, ttl, reader.UInt16(), reader.UInt16(), reader.CharacterString(), reader.CharacterString(), reader.CharacterString(), reader.Name());
            default:
                return null;
        }
    }

    private static ReadOnlySpan<byte> Encode(DnsRecord record)
    {
        var output = new ArrayBufferWriter<byte>(64);
        Write(output, record.Owner);
        Write(output, (ushort)(record switch
        {
            DnsRecord.Address { Value.AddressFamily: System.Net.Sockets.AddressFamily.InterNetwork } => DnsType.A,
            DnsRecord.Address => DnsType.Aaaa,
            DnsRecord.Alias => DnsType.Cname,
            DnsRecord.Service => DnsType.Srv,
            _ => DnsType.Naptr,
        }));
        Write(output, Internet);
        BinaryPrimitives.WriteUInt32BigEndian(output.GetSpan(4), record.Ttl);
        output.Advance(4);
        var data = new ArrayBufferWriter<byte>(64);
        switch (record)
        {
            case DnsRecord.Address address:
                data.Write(address.Value.GetAddressBytes());
                break;
            case DnsRecord.Alias alias:
                Write(data, alias.Target);
                break;
            case DnsRecord.Service service:
                Write(data, service.Priority);
                Write(data, service.Weight);
                Write(data, service.Port);
                Write(data, service.Target);
                break;
            case DnsRecord.NamingAuthority rule:
                Write(data, rule.Order);
                Write(data, rule.Preference);
                Write(data, rule.Flags);
                Write(data, rule.Services);
                Write(data, rule.Regexp);
                Write(data, rule.Replacement);
                break;
        }

        Write(output, (ushort)data.WrittenCount);
        output.Write(data.WrittenSpan);
        return output.WrittenSpan;
    }

    private static void Write(ArrayBufferWriter<byte> output, ushort value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(output.GetSpan(2), value);
        output.Advance(2);
    }

    private static void Write(ArrayBufferWriter<byte> output, string text)
    {
        output.Write((ReadOnlySpan<byte>)[(byte)Math.Min(text.Length, byte.MaxValue)]);
        output.Write(Encoding.Latin1.GetBytes(text, 0, Math.Min(text.Length, byte.MaxValue)));
    }

    private static void Write(ArrayBufferWriter<byte> output, DnsName name)
    {
        foreach (var label in name.IsRoot ? [] : name.Text.Split('.'))
        {
            Write(output, label);
        }

        output.Write((ReadOnlySpan<byte>)[0]);
    }
}
