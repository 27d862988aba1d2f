# Made by specpress 0.1.0, content 8b603003be233343. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .book_changes import BookChanges as BookChanges
    from .by_mail import ByMail as ByMail
    from .by_phone import ByPhone as ByPhone
    from .contributor import Contributor as Contributor
    from .contributor_role import ContributorRole as ContributorRole
    from .create_book_response import CreateBookResponse as CreateBookResponse
    from .create_book_response409 import CreateBookResponse409 as CreateBookResponse409
    from .create_book_response409_existing import (
        CreateBookResponse409Existing as CreateBookResponse409Existing,
    )
    from .create_book_response422 import CreateBookResponse422 as CreateBookResponse422
    from .create_book_response422_errors_item import (
        CreateBookResponse422ErrorsItem as CreateBookResponse422ErrorsItem,
    )
    from .create_book_response_authors_item import (
        CreateBookResponseAuthorsItem as CreateBookResponseAuthorsItem,
    )
    from .create_book_response_default import (
        CreateBookResponseDefault as CreateBookResponseDefault,
    )
    from .create_book_response_ratings import (
        CreateBookResponseRatings as CreateBookResponseRatings,
    )
    from .create_book_response_shelf import (
        CreateBookResponseShelf as CreateBookResponseShelf,
    )
    from .create_loan_response import CreateLoanResponse as CreateLoanResponse
    from .create_loan_response402 import CreateLoanResponse402 as CreateLoanResponse402
    from .create_loan_response402_owed import (
        CreateLoanResponse402Owed as CreateLoanResponse402Owed,
    )
    from .create_loan_response_books_item import (
        CreateLoanResponseBooksItem as CreateLoanResponseBooksItem,
    )
    from .create_loan_response_books_item_cover import (
        CreateLoanResponseBooksItemCover as CreateLoanResponseBooksItemCover,
    )
    from .create_loan_response_books_item_ratings import (
        CreateLoanResponseBooksItemRatings as CreateLoanResponseBooksItemRatings,
    )
    from .create_loan_response_default import (
        CreateLoanResponseDefault as CreateLoanResponseDefault,
    )
    from .create_loan_response_member import (
        CreateLoanResponseMember as CreateLoanResponseMember,
    )
    from .delete_book_response import DeleteBookResponse as DeleteBookResponse
    from .delete_book_response4_xx import DeleteBookResponse4XX as DeleteBookResponse4XX
    from .get_book_response import GetBookResponse as GetBookResponse
    from .get_book_response5_xx import GetBookResponse5XX as GetBookResponse5XX
    from .get_book_response404 import GetBookResponse404 as GetBookResponse404
    from .get_book_response_authors_item import (
        GetBookResponseAuthorsItem as GetBookResponseAuthorsItem,
    )
    from .get_book_response_ratings import (
        GetBookResponseRatings as GetBookResponseRatings,
    )
    from .get_book_response_shelf import GetBookResponseShelf as GetBookResponseShelf
    from .get_opening_hours_response import (
        GetOpeningHoursResponse as GetOpeningHoursResponse,
    )
    from .get_opening_hours_response_error import (
        GetOpeningHoursResponseError as GetOpeningHoursResponseError,
    )
    from .list_books_params import ListBooksParams as ListBooksParams
    from .list_books_response import ListBooksResponse as ListBooksResponse
    from .list_books_response400 import ListBooksResponse400 as ListBooksResponse400
    from .list_books_response_default import (
        ListBooksResponseDefault as ListBooksResponseDefault,
    )
    from .list_books_response_items_item import (
        ListBooksResponseItemsItem as ListBooksResponseItemsItem,
    )
    from .list_books_response_items_item_authors_item import (
        ListBooksResponseItemsItemAuthorsItem as ListBooksResponseItemsItemAuthorsItem,
    )
    from .list_books_response_items_item_cover import (
        ListBooksResponseItemsItemCover as ListBooksResponseItemsItemCover,
    )
    from .list_books_response_items_item_ratings import (
        ListBooksResponseItemsItemRatings as ListBooksResponseItemsItemRatings,
    )
    from .list_books_response_items_item_shelf import (
        ListBooksResponseItemsItemShelf as ListBooksResponseItemsItemShelf,
    )
    from .new_book import NewBook as NewBook
    from .new_loan import NewLoan as NewLoan
    from .new_loan_renew import NewLoanRenew as NewLoanRenew
    from .notification import Notification as Notification
    from .replace_subjects_body import ReplaceSubjectsBody as ReplaceSubjectsBody
    from .replace_subjects_response404 import (
        ReplaceSubjectsResponse404 as ReplaceSubjectsResponse404,
    )
    from .replace_subjects_result200 import (
        ReplaceSubjectsResult200 as ReplaceSubjectsResult200,
    )
    from .shelf import Shelf as Shelf
    from .shelf_branch import ShelfBranch as ShelfBranch
    from .update_book_response import UpdateBookResponse as UpdateBookResponse
    from .update_book_response404 import UpdateBookResponse404 as UpdateBookResponse404
    from .update_book_response412 import UpdateBookResponse412 as UpdateBookResponse412
    from .update_book_response_authors_item import (
        UpdateBookResponseAuthorsItem as UpdateBookResponseAuthorsItem,
    )
    from .update_book_response_ratings import (
        UpdateBookResponseRatings as UpdateBookResponseRatings,
    )
    from .update_book_response_shelf import (
        UpdateBookResponseShelf as UpdateBookResponseShelf,
    )
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__, __all__ = lazy(
        __name__,
        {
            "BookChanges": ".book_changes",
            "ByMail": ".by_mail",
            "ByPhone": ".by_phone",
            "Contributor": ".contributor",
            "ContributorRole": ".contributor_role",
            "CreateBookResponse": ".create_book_response",
            "CreateBookResponse409": ".create_book_response409",
            "CreateBookResponse409Existing": ".create_book_response409_existing",
            "CreateBookResponse422": ".create_book_response422",
            "CreateBookResponse422ErrorsItem": ".create_book_response422_errors_item",
            "CreateBookResponseAuthorsItem": ".create_book_response_authors_item",
            "CreateBookResponseDefault": ".create_book_response_default",
            "CreateBookResponseRatings": ".create_book_response_ratings",
            "CreateBookResponseShelf": ".create_book_response_shelf",
            "CreateLoanResponse": ".create_loan_response",
            "CreateLoanResponse402": ".create_loan_response402",
            "CreateLoanResponse402Owed": ".create_loan_response402_owed",
            "CreateLoanResponseBooksItem": ".create_loan_response_books_item",
            "CreateLoanResponseBooksItemCover": ".create_loan_response_books_item_cover",
            "CreateLoanResponseBooksItemRatings": ".create_loan_response_books_item_ratings",
            "CreateLoanResponseDefault": ".create_loan_response_default",
            "CreateLoanResponseMember": ".create_loan_response_member",
            "DeleteBookResponse": ".delete_book_response",
            "DeleteBookResponse4XX": ".delete_book_response4_xx",
            "GetBookResponse": ".get_book_response",
            "GetBookResponse5XX": ".get_book_response5_xx",
            "GetBookResponse404": ".get_book_response404",
            "GetBookResponseAuthorsItem": ".get_book_response_authors_item",
            "GetBookResponseRatings": ".get_book_response_ratings",
            "GetBookResponseShelf": ".get_book_response_shelf",
            "GetOpeningHoursResponse": ".get_opening_hours_response",
            "GetOpeningHoursResponseError": ".get_opening_hours_response_error",
            "ListBooksParams": ".list_books_params",
            "ListBooksResponse": ".list_books_response",
            "ListBooksResponse400": ".list_books_response400",
            "ListBooksResponseDefault": ".list_books_response_default",
            "ListBooksResponseItemsItem": ".list_books_response_items_item",
            "ListBooksResponseItemsItemAuthorsItem": ".list_books_response_items_item_authors_item",
            "ListBooksResponseItemsItemCover": ".list_books_response_items_item_cover",
            "ListBooksResponseItemsItemRatings": ".list_books_response_items_item_ratings",
            "ListBooksResponseItemsItemShelf": ".list_books_response_items_item_shelf",
            "NewBook": ".new_book",
            "NewLoan": ".new_loan",
            "NewLoanRenew": ".new_loan_renew",
            "Notification": ".notification",
            "ReplaceSubjectsBody": ".replace_subjects_body",
            "ReplaceSubjectsResponse404": ".replace_subjects_response404",
            "ReplaceSubjectsResult200": ".replace_subjects_result200",
            "Shelf": ".shelf",
            "ShelfBranch": ".shelf_branch",
            "UpdateBookResponse": ".update_book_response",
            "UpdateBookResponse404": ".update_book_response404",
            "UpdateBookResponse412": ".update_book_response412",
            "UpdateBookResponseAuthorsItem": ".update_book_response_authors_item",
            "UpdateBookResponseRatings": ".update_book_response_ratings",
            "UpdateBookResponseShelf": ".update_book_response_shelf",
        },
    )
