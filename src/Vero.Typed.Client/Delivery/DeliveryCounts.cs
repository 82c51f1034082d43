using System.Globalization;

namespace Vero.Typed;

/// <summary>How many requests ended in which way.</summary>
public sealed class IdentifyCounts
{
    /// <summary>Makes counts; useful for tests of code that is given them.</summary>
    /// <param name="delivered">See <see cref="Delivered"/>.</param>
    /// <param name="rejected">See <see cref="Rejected"/>.</param>
    /// <param name="failed">See <see cref="Failed"/>.</param>
    /// <param name="notSent">See <see cref="NotSent"/>.</param>
    public IdentifyCounts(long delivered, long rejected, long failed, long notSent)
    {
        Delivered = delivered;
        Rejected = rejected;
        Failed = failed;
        NotSent = notSent;
    }

    /// <summary>Vero has accepted them.</summary>
    public long Delivered { get; }

    /// <summary>Vero has refused them, and would refuse them again.</summary>
    public long Rejected { get; }

    /// <summary>Neither accepted nor finally refused, after all retries. Sending them again is safe.</summary>
    public long Failed { get; }

    /// <summary>Taken from the sequence, but never sent: not 0 only where the run ends early, with an exception.</summary>
    public long NotSent { get; }

    /// <summary>All of them.</summary>
    public long Total => Delivered + Rejected + Failed + NotSent;

    /// <summary>The counts as text.</summary>
    /// <returns>A text such as <c>997 delivered, 2 rejected, 1 failed, 0 not sent</c>.</returns>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "{0} delivered, {1} rejected, {2} failed, {3} not sent", Delivered, Rejected, Failed, NotSent);
}
