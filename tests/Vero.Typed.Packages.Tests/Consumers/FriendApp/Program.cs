using Shop.Friends;

Member member = new() { Id = 3, City = "Zürich", Visits = 4 };
Account account = new SavingsAccount { Number = "CH-1", Interest = 0.5 };
Console.WriteLine(new Customer { Id = 1 }.ToIdentifyRequest().ToJson());
Console.WriteLine(member.ToIdentifyRequest().ToJson());
Console.WriteLine(account.ToIdentifyRequest().ToJson());
#if PLANTED
Customer customer = member;
Console.WriteLine(customer.ToIdentifyRequest().ToJson());
#endif
