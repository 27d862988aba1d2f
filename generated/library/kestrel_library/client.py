# Made by specpress 0.1.0, content 5cd01a89e7d78808. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""The client."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Unpack

from . import models
from ._runtime.auth import ApiKey, Bearer
from ._runtime.client import AsyncBaseClient, BaseClient
from ._runtime.following import Paging
from ._runtime.json import JsonValue
from ._runtime.missing import MISSING
from ._runtime.operation import Body, Choice, Operation, Param, Response
from ._runtime.options import AsyncClientOptions, ClientOptions
from ._runtime.paged import AsyncPagesMethod, PagesMethod
from ._runtime.twin import AsyncMethod
from ._runtime.types import Options, QueryValue

_CREATE_BOOK: Operation[models.CreateBookResponse] = Operation(
    "createBook",
    "POST",
    "/books",
    params=(Param("idempotency_key", "Idempotency-Key", "header", "string"),),
    body=Body("application/json", lambda: models.NewBook, required=True, spread=True),
    responses=(
        Response("201", "application/json", lambda: models.CreateBookResponse),
        Response(
            "409", "application/problem+json", lambda: models.CreateBookResponse409
        ),
        Response(
            "422", "application/problem+json", lambda: models.CreateBookResponse422
        ),
        Response(
            "default",
            "application/problem+json",
            lambda: models.CreateBookResponseDefault,
        ),
    ),
    auth=(("token",),),
)

_LIST_BOOKS: Operation[models.ListBooksResponse] = Operation(
    "listBooks",
    "GET",
    "/books",
    params=(
        Param("q", "q", "query", "string"),
        Param("subject", "subject", "query", "rich"),
        Param("published_lt", "published<", "query", "string"),
        Param("published", "published", "query", "string"),
        Param("available", "available", "query", "boolean"),
        Param("page", "page", "query", "integer"),
        Param("page_size", "pageSize", "query", "integer"),
        Param("sort", "sort", "query", "string"),
        Param("x_branch", "X-Branch", "header", "string"),
    ),
    params_model=lambda: models.ListBooksParams,
    responses=(
        Response("200", "application/json", lambda: models.ListBooksResponse),
        Response(
            "400", "application/problem+json", lambda: models.ListBooksResponse400
        ),
        Response(
            "default",
            "application/problem+json",
            lambda: models.ListBooksResponseDefault,
        ),
    ),
    auth=(("token",),),
)

_LIST_BOOKS_PAGES = Paging("page", argument="page", size="page_size", items=("items",))

_CREATE_LOAN: Operation[models.CreateLoanResponse] = Operation(
    "createLoan",
    "POST",
    "/members/{memberId}/loans",
    params=(Param("member_id", "memberId", "path", "integer", required=True),),
    body=Body("application/json", lambda: models.NewLoan, required=True, spread=True),
    responses=(
        Response("201", "application/json", lambda: models.CreateLoanResponse),
        Response(
            "402", "application/problem+json", lambda: models.CreateLoanResponse402
        ),
        Response(
            "default",
            "application/problem+json",
            lambda: models.CreateLoanResponseDefault,
        ),
    ),
    auth=(("token",),),
)

_DELETE_BOOK: Operation[None] = Operation(
    "deleteBook",
    "DELETE",
    "/books/{bookId}",
    params=(
        Param("book_id", "bookId", "path", "string", required=True),
        Param("reason", "reason", "query", "string", required=True),
    ),
    responses=(
        Response("204"),
        Response("404", "application/problem+json", lambda: models.DeleteBookResponse),
        Response(
            "4XX", "application/problem+json", lambda: models.DeleteBookResponse4XX
        ),
    ),
    auth=(("token", "desk"),),
)

_GET_BOOK: Operation[models.GetBookResponse] = Operation(
    "getBook",
    "GET",
    "/books/{bookId}",
    params=(
        Param("book_id", "bookId", "path", "string", required=True),
        Param("if_none_match", "If-None-Match", "header", "string"),
    ),
    responses=(
        Response("200", "application/json", lambda: models.GetBookResponse),
        Response("304"),
        Response("404", "application/problem+json", lambda: models.GetBookResponse404),
        Response("5XX", "application/problem+json", lambda: models.GetBookResponse5XX),
    ),
    auth=(("token",),),
)

_UPDATE_BOOK: Operation[models.UpdateBookResponse] = Operation(
    "updateBook",
    "PATCH",
    "/books/{bookId}",
    params=(
        Param("book_id", "bookId", "path", "string", required=True),
        Param("if_match", "If-Match", "header", "string", required=True),
    ),
    body=Body("application/json", lambda: models.BookChanges, spread=True),
    responses=(
        Response("200", "application/json", lambda: models.UpdateBookResponse),
        Response(
            "404", "application/problem+json", lambda: models.UpdateBookResponse404
        ),
        Response(
            "412", "application/problem+json", lambda: models.UpdateBookResponse412
        ),
    ),
    auth=(("token",),),
)

_OPENING_HOURS: Operation[str] = Operation(
    "getOpeningHours",
    "GET",
    "/branches/{branch}/hours",
    params=(
        Param("branch", "branch", "path", "string", required=True),
        Param("class_", "class", "query", "string"),
        Param("from_", "from", "query", "string"),
        Param("date", "date", "query", "string"),
    ),
    responses=(
        Response("200", "text/plain"),
        Response("404", "application/json", lambda: models.GetOpeningHoursResponse),
    ),
)

_REPLACE_SUBJECTS: Operation[list[str]] = Operation(
    "replaceSubjects",
    "PUT",
    "/books/{bookId}/subjects",
    params=(Param("book_id", "bookId", "path", "string", required=True),),
    body=Body("application/json", lambda: models.ReplaceSubjectsBody),
    responses=(
        Response("200", "application/json", lambda: models.ReplaceSubjectsResult200),
        Response(
            "404", "application/problem+json", lambda: models.ReplaceSubjectsResponse404
        ),
    ),
    auth=(("token",),),
)


class Client(BaseClient):
    """Kestrel Lane Library."""

    def __init__(
        self,
        *,
        token: str | None = None,
        desk_api_key: str | None = None,
        base_url: str = "https://library.example/v2",
        **options: Unpack[ClientOptions],
    ) -> None:
        """Make a client; the options are described in `ClientOptions`.

        `token` defaults to the environment's `LIBRARY_TOKEN`.

        `desk_api_key` defaults to the environment's `LIBRARY_DESK_KEY`.
        """
        super().__init__(
            base_url=base_url,
            auth={
                "token": Bearer(token, token_env="LIBRARY_TOKEN"),
                "desk": ApiKey(
                    "X-Desk-Key", "header", desk_api_key, key_env="LIBRARY_DESK_KEY"
                ),
            },
            **options,
        )

    def create_book(
        self,
        *,
        title: str,
        authors: list[models.Contributor],
        shelf: models.Shelf | None,
        idempotency_key: str | MISSING = MISSING,
        isbn: str | None | MISSING = MISSING,
        subtitle: str | None | MISSING = MISSING,
        language: str | MISSING = MISSING,
        published: dt.date | MISSING = MISSING,
        pages: int | MISSING = MISSING,
        weight: float | MISSING = MISSING,
        reference: bool | MISSING = MISSING,
        subjects: list[str] | MISSING = MISSING,
        **options: Unpack[Options],
    ) -> models.CreateBookResponse:
        """Add a book to the catalogue

        The answer holds the id that the catalogue gave the book.

        `POST /books`

        Args:
            idempotency_key: Makes a repeated request safe.
            The other arguments are the fields of `models.NewBook`.
        """
        return self._call(
            _CREATE_BOOK,
            {"idempotency_key": idempotency_key},
            {
                "isbn": isbn,
                "title": title,
                "subtitle": subtitle,
                "language": language,
                "published": published,
                "pages": pages,
                "weight": weight,
                "reference": reference,
                "authors": authors,
                "subjects": subjects,
                "shelf": shelf,
            },
            **options,
        )

    def list_books(
        self,
        *,
        q: str | MISSING = MISSING,
        subject: list[JsonValue] | MISSING = MISSING,
        published_lt: str | MISSING = MISSING,
        published: str | MISSING = MISSING,
        available: bool | MISSING = MISSING,
        page: int | MISSING = MISSING,
        page_size: int | MISSING = MISSING,
        sort: str | MISSING = MISSING,
        x_branch: str | MISSING = MISSING,
        **options: Unpack[Options],
    ) -> models.ListBooksResponse:
        """List the books of all branches

        Books come in the order of their ids unless `sort` says otherwise.

        A page holds 20 books; ask for more with `pageSize`.

        - `title` sorts by title
        - `-title` the other way round

        `GET /books`

        Args:
            q: Words to look for in title, subtitle and authors.
            subject: Only books with all of these subjects.
            published_lt: Only books published before this day:
                published<=YYYY-MM-DD
            published: Only books published on this day.
            available: Whether the book can be borrowed today.
            page: Which page, from 1.
            page_size: How many books a page holds, at most 100.
            sort: What to sort by.
            x_branch: Only what stands in this branch.
        """
        return self._call(
            _LIST_BOOKS,
            {
                "q": q,
                "subject": subject,
                "published_lt": published_lt,
                "published": published,
                "available": available,
                "page": page,
                "page_size": page_size,
                "sort": sort,
                "x_branch": x_branch,
            },
            **options,
        )

    list_books_iter = PagesMethod(
        list_books, _LIST_BOOKS_PAGES, lambda page: page.items
    )

    def create_loan(
        self,
        *,
        member_id: int,
        books: list[str],
        from_: dt.date,
        to: dt.date,
        renew: models.NewLoanRenew | None | MISSING = MISSING,
        timeout: int | MISSING = MISSING,
        notify: models.Notification | MISSING = MISSING,
        labels: dict[str, str] | MISSING = MISSING,
        request_timeout: float | MISSING | None = MISSING,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        server_url: str | None = None,
    ) -> models.CreateLoanResponse:
        """Lend books to a member

        `POST /members/{memberId}/loans`

        Args:
            member_id: The number on the member's card.
            The other arguments are the fields of `models.NewLoan`.
        """
        return self._call(
            _CREATE_LOAN,
            {"member_id": member_id},
            {
                "books": books,
                "from": from_,
                "to": to,
                "renew": renew,
                "timeout": timeout,
                "notify": notify,
                "labels": labels,
            },
            timeout=request_timeout,
            extra_headers=extra_headers,
            extra_query=extra_query,
            server_url=server_url,
        )

    def delete_book(
        self,
        *,
        book_id: str,
        reason: str,
        **options: Unpack[Options],
    ) -> None:
        """Take a book out of the catalogue

        `DELETE /books/{bookId}`

        Args:
            book_id: The book's id.
            reason: Why: for the yearly report.
        """
        return self._call(
            _DELETE_BOOK, {"book_id": book_id, "reason": reason}, **options
        )

    def get_book(
        self,
        *,
        book_id: str,
        if_none_match: str | MISSING = MISSING,
        **options: Unpack[Options],
    ) -> models.GetBookResponse:
        """Get one book

        Answers 304 while the book is what `If-None-Match` names.

        `GET /books/{bookId}`

        Args:
            book_id: The book's id, <bk-NNNN>.
            if_none_match: The `ETag` of an earlier answer.
        """
        return self._call(
            _GET_BOOK, {"book_id": book_id, "if_none_match": if_none_match}, **options
        )

    def update_book(
        self,
        *,
        book_id: str,
        if_match: str,
        isbn: str | None | MISSING = MISSING,
        title: str | MISSING = MISSING,
        subtitle: str | None | MISSING = MISSING,
        language: str | MISSING = MISSING,
        pages: int | MISSING = MISSING,
        subjects: list[str] | MISSING = MISSING,
        shelf: models.Shelf | None | MISSING = MISSING,
        body: models.BookChanges | Mapping[str, JsonValue] | MISSING = MISSING,
        **options: Unpack[Options],
    ) -> models.UpdateBookResponse:
        """Change a book

        What is left out stays as it is; what is `null` is cleared.

        `PATCH /books/{bookId}`

        Args:
            book_id: The book's id.
            if_match: The `ETag` of the book as you know it.
            The other arguments are the fields of `models.BookChanges`.
            body: all of them at once: `{}` sends none.
        """
        return self._call(
            _UPDATE_BOOK,
            {"book_id": book_id, "if_match": if_match},
            Choice(
                "application/json",
                {
                    "isbn": isbn,
                    "title": title,
                    "subtitle": subtitle,
                    "language": language,
                    "pages": pages,
                    "subjects": subjects,
                    "shelf": shelf,
                },
                body,
            ),
            **options,
        )

    def opening_hours(
        self,
        *,
        branch: str,
        class_: str | MISSING = MISSING,
        from_: str | MISSING = MISSING,
        date: str | MISSING = MISSING,
        **options: Unpack[Options],
    ) -> str:
        """Say when a branch is open

        Needs no token.

        `GET /branches/{branch}/hours`

        Args:
            branch: The branch.
            class_: For which class of members.
            from_: From which day on.
            date: The day, today if left out.
        """
        return self._call(
            _OPENING_HOURS,
            {"branch": branch, "class_": class_, "from_": from_, "date": date},
            **options,
        )

    def replace_subjects(
        self,
        *,
        book_id: str,
        body: list[str] | MISSING = MISSING,
        **options: Unpack[Options],
    ) -> list[str]:
        """Replace the subjects of a book

        The body is the whole list.

        `PUT /books/{bookId}/subjects`

        Args:
            book_id: The book's id.
            body: what is sent, as `application/json`.
        """
        return self._call(_REPLACE_SUBJECTS, {"book_id": book_id}, body, **options)


class AsyncClient(AsyncBaseClient):
    """The same as `Client`, for `async` code."""

    def __init__(
        self,
        *,
        token: str | None = None,
        desk_api_key: str | None = None,
        base_url: str = "https://library.example/v2",
        **options: Unpack[AsyncClientOptions],
    ) -> None:
        """Make a client; the options are described in `ClientOptions`.

        `token` defaults to the environment's `LIBRARY_TOKEN`.

        `desk_api_key` defaults to the environment's `LIBRARY_DESK_KEY`.
        """
        super().__init__(
            base_url=base_url,
            auth={
                "token": Bearer(token, token_env="LIBRARY_TOKEN"),
                "desk": ApiKey(
                    "X-Desk-Key", "header", desk_api_key, key_env="LIBRARY_DESK_KEY"
                ),
            },
            **options,
        )

    create_book = AsyncMethod(Client.create_book)
    list_books = AsyncMethod(Client.list_books)
    list_books_iter = AsyncPagesMethod(
        Client.list_books, _LIST_BOOKS_PAGES, lambda page: page.items
    )
    create_loan = AsyncMethod(Client.create_loan)
    delete_book = AsyncMethod(Client.delete_book)
    get_book = AsyncMethod(Client.get_book)
    update_book = AsyncMethod(Client.update_book)
    opening_hours = AsyncMethod(Client.opening_hours)
    replace_subjects = AsyncMethod(Client.replace_subjects)
