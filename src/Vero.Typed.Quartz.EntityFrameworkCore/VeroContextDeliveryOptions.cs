namespace Vero.Typed;

/// <summary>What durable delivery does with a context of its own accord.</summary>
public sealed class VeroContextDeliveryOptions
{
    internal VeroContextDeliveryOptions()
    {
    }

    internal List<FollowedType> Followed { get; } = [];

    /// <summary>Enqueues entities of some types whenever SaveChanges adds or modifies them.</summary>
    /// <remarks>
    /// <c>FollowChanges(follow => follow.Add&lt;Customer&gt;(customer => customer.ToIdentifyRequest()))</c>. A change of an owned entity is a change of
    /// its owner. What changes the database without SaveChanges (<c>ExecuteUpdate</c>, SQL) is not seen.
    /// </remarks>
    /// <param name="configure">Adds the types.</param>
    public void FollowChanges(Action<VeroFollowedTypes> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        configure(new VeroFollowedTypes(Followed));
    }
}
