Imports Shop.Domain

Module Program
    Sub Main()
        Console.WriteLine(New Customer With {.Id = 1, .Plan = Plan.Pro}.ToIdentifyRequest().ToJson())
        Console.WriteLine(New Supplier With {.Key = New Guid("11111111-2222-3333-4444-555555555555")}.ToIdentifyRequest().ToJson())
        For Each request In Shop.Strict.Examples.Requests()
            Console.WriteLine(request.ToJson())
        Next
    End Sub
End Module
