using Vero.Typed;

namespace Shop.Shape;

/// <summary>VERO001: nobody says which member is the id.</summary>
public sealed class Lead
{
    public int Id { get; set; } // from the database

    [VeroEmail]
    public string? Email { get; set; }
}

/// <summary>VERO019: the id is inherited, but nothing asks for code.</summary>
public abstract class Entity<TKey>
{
    [VeroId]
    public required TKey Id { get; init; }
}

public sealed class Supplier : Entity<int>;

/// <summary>VERO030: a value that only other assemblies use.</summary>
public sealed record Size([VeroTrait] int Width, [VeroTrait] int Height);

/// <summary>VERO002 and VERO003: two of what a customer has one of.</summary>
public sealed record Member([VeroId] int Id, [VeroId] int CardNumber, [VeroEmail] string? Email, [VeroEmail] string? WorkEmail);

/// <summary>VERO004, VERO010, VERO011 and VERO014.</summary>
public sealed class Customer
{
    [VeroId]
    public required Guid Id { get; init; }

    [VeroTrait("first_name")]
    public string? FirstName { get; init; }

    // Copied from above.
    [VeroTrait("first_name")]
    public string? LastName { get; init; }

    [VeroEmail, VeroTrait("contact")] // one of the two
    public string? Email { get; init; }

    [VeroTrait("")]
    public bool Subscribed { get; init; }

    [field: VeroTrait]
    public decimal Balance { get; init; }

    public int Visits { get; [param: VeroTrait] set; }

    public void Rename([VeroTrait] string name) => _ = name;
}

/// <summary>VERO009: out of reach.</summary>
public static class Registry
{
    public static IdentifyRequest Visitor(int id) => new Anonymous { Id = id }.ToIdentifyRequest();

    private sealed class Anonymous
    {
        [VeroId]
        public required int Id { get; init; }

        [VeroTrait]
        private string Source => "web";
    }
}

/// <summary>VERO008: only code inside the class can read the trait.</summary>
public sealed class Guest
{
    [VeroId]
    public required int Id { get; init; }

    [VeroTrait]
    private int Nights => 3;
}

/// <summary>VERO015: traits that calls through the base would lose.</summary>
public partial class Person
{
    [VeroId]
    public required int Id { get; init; }
}

public class Vip : Person
{
    [VeroTrait]
    public int Level { get; init; }
}

/// <summary>VERO032: the request is made of the base.</summary>
public class Contact
{
    [VeroId]
    public required int Id { get; init; }
}

public class Partner : Contact
{
    [VeroTrait]
    public int Discount { get; init; }
}

public static class Mailing
{
    public static IdentifyRequest Request(Contact contact) => contact.ToIdentifyRequest();
}

/// <summary>VERO016: the channel says itself what it is.</summary>
public sealed class Device
{
    [VeroId]
    public required int Id { get; init; }

    [VeroChannel("push", "android")]
    public VeroChannel? Channel { get; init; }
}

/// <summary>VERO022: only an event has a point in time.</summary>
public sealed class Subscriber
{
    [VeroId]
    public required int Id { get; init; }

    [VeroCreatedAt]
    public DateTimeOffset Since { get; init; }
}

/// <summary>VERO024 and VERO026: a path with a misspelt step, and an option for strings.</summary>
public sealed class Reader
{
    [VeroId]
    public required int Id { get; init; }

    [VeroTrait("host", From = "Hosst")]
    public Uri? Site { get; init; }

    [VeroTrait(Json = true)]
    public int Books { get; init; }
}

/// <summary>VERO005 and VERO006: one part of a value is the id, another one the address.</summary>
public sealed record AccountNumber(Guid Id);

public sealed record Mailbox(string Address, string? DisplayName);

public sealed class Holder
{
    [VeroId]
    public required AccountNumber Account { get; init; }

    [VeroEmail]
    public Mailbox? Mail { get; init; }
}
