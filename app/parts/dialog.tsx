import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Button, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components'

interface DialogProps {
  /** What the button says that opens it. */
  readonly opener: string
  readonly title: string
  readonly children: (close: () => void) => ReactNode
}

/** A question that has to be answered before anything else; Escape leaves it. */
export function Dialog({ opener, title, children }: DialogProps) {
  return (
    <DialogTrigger>
      <Button className="button quiet">{opener}</Button>
      <ModalOverlay className="dialog-shade" isDismissable>
        <Modal className="dialog">
          <AriaDialog>
            {({ close }) => (
              <>
                <Heading slot="title">{title}</Heading>
                {children(close)}
              </>
            )}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  )
}
