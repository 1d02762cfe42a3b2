using System.Text.Json;
using Gateway.Engine.Transfers;

namespace Gateway.Host.Records;

/// <summary>What a record says of a transfer, as JSON.</summary>
public static class RecordText
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static byte[] Of(TransferRecord record, string node, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(record);
        return JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                At = at,
                Node = node,
                Transfer = record.Transfer.ToString(),
                Call = record.Call.ToString(),
                Correlation = record.Correlation.ToString(),
                Transferor = record.TransferorParty.Number,
                Transferee = record.TransfereeParty?.Number,
                Target = record.TargetParty?.Number,
                Kind = record.Attended ? "attended" : "blind",
                Outcome = record.Outcome.ToString(),
                Methods = record.MethodsTried,
                Cause = record.Cause?.Value,
                record.Cause?.Location,
                Original = record.Cause?.Original?.ToString(),
                record.Rules,
            },
            Web);
    }
}
