# Made by specpress 0.1.0, content 04ab6d4434d9d3ca. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .book_changes import BookChanges as BookChanges
    from .create_book_response409 import CreateBookResponse409 as CreateBookResponse409
    from .create_book_response409 import (
        CreateBookResponse409Existing as CreateBookResponse409Existing,
    )
    from .create_book_response422 import CreateBookResponse422 as CreateBookResponse422
    from .create_book_response422 import (
        CreateBookResponse422ErrorsItem as CreateBookResponse422ErrorsItem,
    )
    from .create_loan_response import CreateLoanResponse as CreateLoanResponse
    from .create_loan_response import (
        CreateLoanResponseBooksItem as CreateLoanResponseBooksItem,
    )
    from .create_loan_response import (
        CreateLoanResponseBooksItemRatings as CreateLoanResponseBooksItemRatings,
    )
    from .create_loan_response import (
        CreateLoanResponseMember as CreateLoanResponseMember,
    )
    from .create_loan_response402 import CreateLoanResponse402 as CreateLoanResponse402
    from .create_loan_response402 import (
        CreateLoanResponse402Owed as CreateLoanResponse402Owed,
    )
    from .delete_book_response import DeleteBookResponse as DeleteBookResponse
    from .delete_book_response import GetBookResponse404 as GetBookResponse404
    from .delete_book_response import (
        ReplaceSubjectsResponse404 as ReplaceSubjectsResponse404,
    )
    from .delete_book_response import UpdateBookResponse404 as UpdateBookResponse404
    from .delete_book_response4_xx import DeleteBookResponse4XX as DeleteBookResponse4XX
    from .get_book_response import CreateBookResponse as CreateBookResponse
    from .get_book_response import GetBookResponse as GetBookResponse
    from .get_book_response import UpdateBookResponse as UpdateBookResponse
    from .get_book_response5_xx import GetBookResponse5XX as GetBookResponse5XX
    from .get_book_response_authors_item import (
        CreateBookResponseAuthorsItem as CreateBookResponseAuthorsItem,
    )
    from .get_book_response_authors_item import (
        GetBookResponseAuthorsItem as GetBookResponseAuthorsItem,
    )
    from .get_book_response_authors_item import (
        ListBooksResponseItemsItemAuthorsItem as ListBooksResponseItemsItemAuthorsItem,
    )
    from .get_book_response_authors_item import (
        UpdateBookResponseAuthorsItem as UpdateBookResponseAuthorsItem,
    )
    from .get_book_response_ratings import (
        CreateBookResponseRatings as CreateBookResponseRatings,
    )
    from .get_book_response_ratings import (
        GetBookResponseRatings as GetBookResponseRatings,
    )
    from .get_book_response_ratings import (
        ListBooksResponseItemsItemRatings as ListBooksResponseItemsItemRatings,
    )
    from .get_book_response_ratings import (
        UpdateBookResponseRatings as UpdateBookResponseRatings,
    )
    from .get_book_response_shelf import (
        CreateBookResponseShelf as CreateBookResponseShelf,
    )
    from .get_book_response_shelf import GetBookResponseShelf as GetBookResponseShelf
    from .get_book_response_shelf import (
        ListBooksResponseItemsItemShelf as ListBooksResponseItemsItemShelf,
    )
    from .get_book_response_shelf import (
        UpdateBookResponseShelf as UpdateBookResponseShelf,
    )
    from .get_opening_hours_response import (
        GetOpeningHoursResponse as GetOpeningHoursResponse,
    )
    from .get_opening_hours_response import (
        GetOpeningHoursResponseError as GetOpeningHoursResponseError,
    )
    from .list_books_params import ListBooksParams as ListBooksParams
    from .list_books_response import ListBooksResponse as ListBooksResponse
    from .list_books_response import (
        ListBooksResponseItemsItem as ListBooksResponseItemsItem,
    )
    from .list_books_response400 import ListBooksResponse400 as ListBooksResponse400
    from .list_books_response_default import (
        CreateBookResponseDefault as CreateBookResponseDefault,
    )
    from .list_books_response_default import (
        CreateLoanResponseDefault as CreateLoanResponseDefault,
    )
    from .list_books_response_default import (
        ListBooksResponseDefault as ListBooksResponseDefault,
    )
    from .list_books_response_items_item_cover import (
        CreateLoanResponseBooksItemCover as CreateLoanResponseBooksItemCover,
    )
    from .list_books_response_items_item_cover import (
        ListBooksResponseItemsItemCover as ListBooksResponseItemsItemCover,
    )
    from .new_book import Contributor as Contributor
    from .new_book import ContributorRole as ContributorRole
    from .new_book import NewBook as NewBook
    from .new_loan import ByMail as ByMail
    from .new_loan import ByPhone as ByPhone
    from .new_loan import NewLoan as NewLoan
    from .new_loan import NewLoanRenew as NewLoanRenew
    from .new_loan import Notification as Notification
    from .replace_subjects_body import ReplaceSubjectsBody as ReplaceSubjectsBody
    from .replace_subjects_result200 import (
        ReplaceSubjectsResult200 as ReplaceSubjectsResult200,
    )
    from .shelf import Shelf as Shelf
    from .shelf import ShelfBranch as ShelfBranch
    from .update_book_response412 import UpdateBookResponse412 as UpdateBookResponse412
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__, __all__ = lazy(
        __name__,
        {
            ".book_changes": "BookChanges",
            ".create_book_response409": (
                "CreateBookResponse409 CreateBookResponse409Existing"
            ),
            ".create_book_response422": (
                "CreateBookResponse422 CreateBookResponse422ErrorsItem"
            ),
            ".create_loan_response": (
                "CreateLoanResponse CreateLoanResponseBooksItem "
                "CreateLoanResponseBooksItemRatings CreateLoanResponseMember"
            ),
            ".create_loan_response402": (
                "CreateLoanResponse402 CreateLoanResponse402Owed"
            ),
            ".delete_book_response": (
                "DeleteBookResponse GetBookResponse404 ReplaceSubjectsResponse404 "
                "UpdateBookResponse404"
            ),
            ".delete_book_response4_xx": "DeleteBookResponse4XX",
            ".get_book_response": (
                "CreateBookResponse GetBookResponse UpdateBookResponse"
            ),
            ".get_book_response5_xx": "GetBookResponse5XX",
            ".get_book_response_authors_item": (
                "CreateBookResponseAuthorsItem GetBookResponseAuthorsItem "
                "ListBooksResponseItemsItemAuthorsItem UpdateBookResponseAuthorsItem"
            ),
            ".get_book_response_ratings": (
                "CreateBookResponseRatings GetBookResponseRatings "
                "ListBooksResponseItemsItemRatings UpdateBookResponseRatings"
            ),
            ".get_book_response_shelf": (
                "CreateBookResponseShelf GetBookResponseShelf "
                "ListBooksResponseItemsItemShelf UpdateBookResponseShelf"
            ),
            ".get_opening_hours_response": (
                "GetOpeningHoursResponse GetOpeningHoursResponseError"
            ),
            ".list_books_params": "ListBooksParams",
            ".list_books_response": "ListBooksResponse ListBooksResponseItemsItem",
            ".list_books_response400": "ListBooksResponse400",
            ".list_books_response_default": (
                "CreateBookResponseDefault CreateLoanResponseDefault "
                "ListBooksResponseDefault"
            ),
            ".list_books_response_items_item_cover": (
                "CreateLoanResponseBooksItemCover ListBooksResponseItemsItemCover"
            ),
            ".new_book": "Contributor ContributorRole NewBook",
            ".new_loan": "ByMail ByPhone NewLoan NewLoanRenew Notification",
            ".replace_subjects_body": "ReplaceSubjectsBody",
            ".replace_subjects_result200": "ReplaceSubjectsResult200",
            ".shelf": "Shelf ShelfBranch",
            ".update_book_response412": "UpdateBookResponse412",
        },
    )
