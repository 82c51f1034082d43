using System.Globalization;
using Framework.Domain;
using Microsoft.AspNetCore.Identity;
using NodaTime;
using Payments.Sdk;
using Shop;
using Shop.Banking;
using Shop.Clinic;
using Shop.Crm;
using Shop.Games;
using Shop.Identity;
using Shop.Store;
using Shop.Travel;
using ShopApp;

namespace Vero.Typed.DomainModels.Tests;

/// <summary>The classes, what each of them shows, and objects of them.</summary>
public static class DomainModelCases
{
    private static readonly DateTime Unspecified = new(2026, 3, 1, 9, 30, 0);

    public static IReadOnlyList<DomainModelCase> All { get; } =
    [
        DomainModelCase.Of<ShopUser>(
            [Need.PackageBase, Need.ZoneId], static user => user.ToIdentifyRequest(),
            new ShopUser { Id = Guid.NewGuid(), Email = "zoe@example.com", PhoneNumberConfirmed = true, FirstName = "Zoë", RegisteredOn = DateTimeOffset.UnixEpoch, TimeZoneId = "Australia/Brisbane" },
            new ShopUser { Id = Guid.NewGuid() }),
        DomainModelCase.Of<MemberAccount>(
            [Need.PackageBase, Need.NestedPart, Need.Projection, Need.SharedIds], static user => user.ToIdentifyRequest(),
            new MemberAccount
            {
                Id = 7, Email = "sam@example.com", UserName = "sam",
                Profile = new MemberProfile { Address = new PostalAddress { City = "Bern", Country = new Country { IsoCode = "CH" } } },
                Roles = { new MemberRole { Role = new IdentityRole<int>("Buyer") }, new MemberRole() },
            },
            new MemberAccount { Id = 8, Profile = new MemberProfile() }),
        DomainModelCase.Of<CrmContact>(
            [Need.PackageBase, Need.GenericBase, Need.NestedPart, Need.ItemCount, Need.UnspecifiedDates, Need.ComputedBesideValue], static user => user.ToIdentifyRequest(),
            new CrmContact(Guid.NewGuid(), "Zoë")
            {
                CreationTime = Unspecified, Email = new ContactEmail { Address = new EmailAddress { Value = "zoe@example.com" }, IsConfirmed = true },
                ExtraProperties = { ["shoe_size"] = 38, ["nick"] = "Z" }, Tickets = { new SupportTicket(1, "Late"), new SupportTicket(2, "Lost") },
            },
            new CrmContact(Guid.NewGuid(), "Sam")),
        DomainModelCase.Of<TenantAdmin>(
            [Need.PackageBase, Need.SharedIds, Need.JsonText, Need.Projection, Need.UnspecifiedDates], static user => user.ToIdentifyRequest(),
            new TenantAdmin(42)
            {
                EmailAddress = "admin@example.com", CreationTime = Unspecified, IsDeleted = true, SettingsJson = """{"theme": "dark", "sizes": [1, 2.50]}""",
                Features = [new TenantFeature("chat", true), new TenantFeature("sms", false)],
            },
            new TenantAdmin(43)),
        DomainModelCase.Of<StoreCustomer>(
            [Need.SharedBase, Need.ManyMembers, Need.ZoneId, Need.OwnLanguage, Need.NestedPart, Need.JsonText], static user => user.ToIdentifyRequest(),
            new StoreCustomer
            {
                Id = 42, Username = "zoe", Email = "zoe@example.com", FirstName = "Zoë", DateOfBirth = Unspecified, TimeZoneId = "W. Europe Standard Time", LanguageId = 2,
                CustomCustomerAttributes = "[true, null]", Active = true, CreatedOnUtc = Unspecified,
                BillingAddress = new StoreAddress { City = "Bern", Country = new StoreCountry { Name = "Switzerland" } },
            },
            new StoreCustomer { Id = 43, TimeZoneId = "" }),
        DomainModelCase.Of<StoreVendor>(
            [Need.SharedBase, Need.SharedIds, Need.ManyMembers, Need.Method, Need.ItemCount], static user => user.ToIdentifyRequest(),
            new StoreVendor { Id = 42, Name = "Acme", Email = "acme@example.com", Active = true, PriceFrom = 1.50m, VendorNotes = { new VendorNote(), new VendorNote() } },
            new StoreVendor { Id = 43, Name = "Old" }),
        DomainModelCase.Of<StoreAffiliate>(
            [Need.SharedBase, Need.SharedIds, Need.NestedPart, Need.Method], static user => user.ToIdentifyRequest(),
            new StoreAffiliate { Id = 42, Active = true, Culture = CultureInfo.GetCultureInfo("de-CH"), Address = new AffiliateAddress { Email = "aff@example.com", FirstName = "Ann", LastName = "Lee", City = "Bern" } },
            new StoreAffiliate { Id = 43 }),
        DomainModelCase.Of<Patient>(
            [Need.PrivateFields, Need.OwnScalar, Need.ItemCount, Need.Method], static user => user.ToIdentifyRequest(), Admitted(), new Patient(new PatientId(Guid.NewGuid()), "Sam", "Smith")),
        DomainModelCase.Of<Subscriber>([Need.PrivateFields, Need.Method, Need.JsonText], static user => user.ToIdentifyRequest(), Renamed(), new Subscriber(0)),
        DomainModelCase.Of<Traveller>(
            [Need.OwnScalar, Need.EnumKeys, Need.NestedPart, Need.ZoneId, Need.OwnEmail], static user => user.ToIdentifyRequest(),
            new Traveller
            {
                Code = "T1", Mail = new Mailbox("t", "example.com"), JoinedAt = Instant.FromUtc(2026, 3, 1, 9, 30), Birthday = new LocalDate(1990, 5, 17), Zone = DateTimeZoneProviders.Tzdb["Asia/Kolkata"],
                Departures = [new LocalDate(2026, 7, 1)], Nights = { [Season.High] = 3 }, Next = new Trip(new Destination("Oslo"), Period.FromDays(3)),
            },
            new Traveller { Code = "T2", Next = new Trip(null, Period.Zero) }),
        DomainModelCase.Of<Borrower>(
            [Need.OwnScalar, Need.Projection], static user => user.ToIdentifyRequest(),
            new Borrower(5, "b@example.com") { LastVisit = Instant.FromUtc(2026, 1, 1, 0, 0), Loans = [new Loan("Emma", new LocalDate(2026, 2, 1))], Expires = new LocalDate(2027, 1, 1) },
            new Borrower(6, null)),
        DomainModelCase.Of<SeasonTicketHolder>(
            [Need.OwnScalar, Need.EnumKeys, Need.SharedIds], static user => user.ToIdentifyRequest(),
            new SeasonTicketHolder { Seat = new SeatNumber(3, 14), Name = "Zoë", Paid = { [Season.Low] = 10.50m, [Season.High] = 20m } },
            new SeasonTicketHolder { Seat = new SeatNumber(1, 1) }),
        DomainModelCase.Of<WalletOwner>(
            [Need.OwnScalar, Need.ComputedBesideValue], static user => user.ToIdentifyRequest(),
            new WalletOwner
            {
                Number = AccountNumber.From(9), Currency = Currency.Yen, Balance = new Money(12.30m, Currency.Euro), Level = MembershipLevel.Gold,
                Pockets = new Dictionary<string, Money> { ["rent"] = new(800m, Currency.Euro) },
            },
            new WalletOwner { Number = AccountNumber.From(10) }),
        DomainModelCase.Of<Donor>(
            [Need.OwnScalar, Need.EnumKeys, Need.SharedIds, Need.NestedPart, Need.ComputedBesideValue], static user => user.ToIdentifyRequest(),
            new Donor
            {
                Account = AccountNumber.From(42), Email = new DonorEmail("d@example.com", true), Totals = { [Currency.Euro] = 5m, [Currency.Yen] = 700m },
                Levels = [MembershipLevel.Silver, MembershipLevel.Gold], LastGift = new Money(5m, Currency.Euro),
            },
            new Donor { Account = AccountNumber.From(43) }),
        DomainModelCase.Of<Supplier>([Need.OtherId, Need.SharedIds, Need.SharedBase], static user => user.ToIdentifyRequest(), new Supplier { PartyId = 1, LegalName = "Acme", SupplierCode = "A1", Rating = 5 }, new Supplier { SupplierCode = "B2" }),
        DomainModelCase.Of<Partner>([Need.OtherId, Need.OwnScalar], static user => user.ToIdentifyRequest(), new Partner { PartnerKey = Guid.NewGuid(), ContractFrom = Unspecified }, new Partner { PartyId = 3, PartnerKey = Guid.NewGuid(), ContractFrom = Unspecified }),
        DomainModelCase.Of<Player>(
            [Need.JsonText, Need.EnumKeys, Need.OwnLanguage, Need.ItemCount], static user => user.ToIdentifyRequest(),
            new Player { PlayerId = 1, StatsJson = "{}", KillsByWeapon = { [Weapon.Bow] = 2 }, Languages = ["en-AU", "de"], FriendIds = [4, 5, 6] },
            new Player { PlayerId = 2 }),
        DomainModelCase.Of<Driver>(
            [Need.ZoneId, Need.Projection], static user => user.ToIdentifyRequest(),
            new Driver
            {
                DriverId = 1, TimeZone = "America/St_Johns", Devices = [new Device("fcm-1", "Pixel"), new Device(null, "old"), new Device("fcm-2", "Fold")],
                Tours = [new Tour(1, [new TourStop("Bern"), new TourStop("Thun")]), new Tour(2, [new TourStop("Brig")])],
            },
            new Driver { DriverId = 2 }),
        DomainModelCase.Of<Student>(
            [Need.OwnLanguage, Need.Projection, Need.Method], static user => user.ToIdentifyRequest(),
            new Student
            {
                StudentId = Guid.NewGuid(), NativeLanguage = new SpokenLanguage(3, "de-CH"), Interface = new SpokenLanguage(1, "en-AU"),
                Enrollments = { new Enrollment(new Course("C#"), 5.5), new Enrollment(null, 4.5) },
            },
            new Student { StudentId = Guid.NewGuid() }),
        DomainModelCase.Of<AppUser>(
            [Need.PackageBase, Need.NestedPart, Need.ItemCount, Need.Projection, Need.OwnScalar, Need.ZoneId], static user => user.ToIdentifyRequest(),
            new AppUser
            {
                Id = Guid.NewGuid(), Email = "zoe@example.com", UserName = "zoe", FirstName = "Zoë", RegisteredOn = DateTimeOffset.UnixEpoch, LastSeen = Instant.FromUtc(2026, 3, 1, 9, 30),
                Home = new PostalAddress { City = "Bern" }, TimeZoneId = "Europe/Zurich",
                Orders = { new AppOrder { Lines = [new AppOrderLine("A-1", 2), new AppOrderLine(null, 1)] }, new AppOrder { ClosedAt = Unspecified }, new AppOrder() },
            },
            new AppUser { Id = Guid.NewGuid() }),
        DomainModelCase.Of<OperatorAccount>(
            [Need.GenericBase, Need.SharedBase, Need.SharedIds, Need.ZoneId, Need.UnspecifiedDates], static user => user.ToIdentifyRequest(),
            new OperatorAccount { Id = 42, CreatedAt = Unspecified, Login = "op@example.com", Zone = "Asia/Tokyo" },
            new OperatorAccount { Id = 43 }),
        DomainModelCase.Of<Clerk>(
            [Need.GenericBase, Need.OwnScalar, Need.NestedPart], static user => user.ToIdentifyRequest(),
            new Clerk { Id = AccountNumber.From(4), UpdatedAt = Unspecified, Team = new ClerkTeam(new ClerkLead("Ann")), Shift = Season.Low },
            new Clerk { Id = AccountNumber.From(5), Team = new ClerkTeam(null) }),
        DomainModelCase.Of<Guest>(
            [Need.PackageBase, Need.GenericBase, Need.JsonText, Need.OwnScalar, Need.OwnEmail], static user => user.ToIdentifyRequest(),
            new Guest("g-1") { Mail = new Mailbox("guest", "example.com"), Answers = """["yes", 3]""", Arrival = new LocalDate(2026, 8, 1), ExtraProperties = { ["room"] = 12 } },
            new Guest("g-2") { IsDeleted = true }),
        DomainModelCase.Of<Tenant>(
            [Need.SharedIds, Need.NestedPart, Need.ListInText], static user => user.ToIdentifyRequest(),
            new Tenant { Path = "eu/acme", Tags = "big;old", TrialEndsAt = Unspecified, Subscription = new TenantSubscription(new TenantPeriod(new TenantPlan("Pro"))) },
            new Tenant { Path = "acme", Subscription = new TenantSubscription(new TenantPeriod(null)) }),
        DomainModelCase.Of<LoyaltyMember>(
            [Need.NestedPart, Need.ItemCount, Need.Projection, Need.Method], static user => user.ToIdentifyRequest(),
            new LoyaltyMember { Id = 1, Level = MembershipLevel.Gold, JoinedOn = new DateOnly(2026, 3, 1), Points = { Entries = { 5, 7 } }, Purchases = [new Purchase("P-1"), new Purchase(null)], Labels = [["a", "b"], [], ["c"]] },
            new LoyaltyMember { Id = 2 }),
        DomainModelCase.Of<Tutor>(
            [Need.OwnLanguage, Need.JsonText, Need.EnumKeys, Need.ListInText], static user => user.ToIdentifyRequest(),
            new Tutor(Guid.NewGuid()) { Subjects = "maths art", Language = new TutorLanguage("en", "AU"), CalendarJson = "\"weekly\"", Rates = { [DayOfWeek.Monday] = 90m, [DayOfWeek.Sunday] = null } },
            new Tutor(Guid.NewGuid())),
        DomainModelCase.Mapped<PaymentCustomer>(
            typeof(PaymentCustomerMap), [Need.ForeignClass, Need.Projection, Need.NestedPart, Need.UnspecifiedDates], static user => user.ToIdentifyRequest(),
            new PaymentCustomer
            {
                Id = "cus_1", Email = "zoe@example.com", Balance = 1250, Created = Unspecified, Address = new PaymentAddress { Country = "CH" }, Metadata = { ["source_page"] = "home" },
                Subscriptions = new PaymentList<PaymentSubscription> { Data = [new PaymentSubscription { Plan = new PaymentPlan { Nickname = "Pro" } }, new PaymentSubscription()] },
            },
            new PaymentCustomer { Id = "cus_2" }),
        DomainModelCase.Mapped<MailingContact>(
            typeof(MailingContactMap), [Need.ForeignClass, Need.SharedIds, Need.Method, Need.Projection], static user => user.ToIdentifyRequest(),
            new MailingContact { ContactId = 42, Address = new MailingAddress { Email = "zoe@example.com", Name = "Zoë" }, Topics = [new MailingTopic("News", true)] },
            new MailingContact { ContactId = 43 }),
        DomainModelCase.Mapped<StoreCustomer>(
            typeof(CrmStoreCustomer), [Need.SecondPayload], static user => CrmStoreCustomer.ToIdentifyRequest(user),
            new StoreCustomer { Id = 42, CustomerGuid = Guid.NewGuid(), Company = "Acme", VatNumber = "CH-1" },
            new StoreCustomer { CustomerGuid = Guid.NewGuid() }),
        DomainModelCase.Mapped<WalletOwner>(
            typeof(BillingWalletOwner), [Need.SecondPayload, Need.OwnScalar, Need.SharedIds], static user => BillingWalletOwner.ToIdentifyRequest(user),
            new WalletOwner { Number = AccountNumber.From(9), Balance = new Money(12.30m, Currency.Euro) },
            new WalletOwner { Number = AccountNumber.From(10) }),
    ];

    private static Patient Admitted()
    {
        var patient = new Patient(new PatientId(Guid.NewGuid()), "Zoë", "Miller");
        patient.ChangeEmail("zoe@example.com");
        patient.Admit(new DateOnly(2026, 3, 1));
        return patient;
    }

    private static Subscriber Renamed()
    {
        var subscriber = new Subscriber(12);
        subscriber.Rename("Sam");
        subscriber.Prefer("""{"weekly": true}""");
        return subscriber;
    }
}
