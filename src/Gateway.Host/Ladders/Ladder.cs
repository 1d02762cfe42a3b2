namespace Gateway.Host.Ladders;

/// <summary>Who said what to whom, in order: the picture telephone engineers read.</summary>
/// <param name="Title">One line above the picture.</param>
/// <param name="Participants">Columns from left to right.</param>
public sealed record Ladder(string Title, IReadOnlyList<string> Participants, IReadOnlyList<LadderRow> Rows)
{
    /// <summary>A ladder whose columns are the parties of the rows, in the order they first speak, with <paramref name="middle"/> put in the middle when it is one of them.</summary>
    public static Ladder Of(string title, IReadOnlyList<LadderRow> rows, string? middle = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var parties = rows.OfType<LadderRow.Message>().SelectMany(row => new[] { row.From, row.To }).Distinct().ToList();
        if (middle is not null && parties.Remove(middle))
        {
            parties.Insert((parties.Count + 1) / 2, middle);
        }

        return new Ladder(title, parties, rows);
    }
}

/// <summary>One line of a ladder.</summary>
/// <param name="At">Time since the first row.</param>
public abstract record LadderRow(TimeSpan At)
{
    /// <summary>A message on the wire.</summary>
    public sealed record Message(TimeSpan At, string From, string To, string Label) : LadderRow(At);

    /// <summary>A decision or an outcome, told at one party's line.</summary>
    public sealed record Remark(TimeSpan At, string Where, string Text) : LadderRow(At);
}
