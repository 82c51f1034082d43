using Vero.Typed;

namespace Shop.Domain;

public partial class Customer
{
    [VeroId]
    public int Id { get; set; }

    [VeroEmail]
    public string? Email { get; set; }

    [VeroTrait]
    public string? FirstName { get; set; }

    [VeroTrait]
    public Plan Plan { get; set; }

    [VeroTimezone]
    public TimeSpan Offset { get; set; }

#if PLANTED
    [VeroTrait("time_zone")]
    public int Hours { get; set; }
#endif
}
