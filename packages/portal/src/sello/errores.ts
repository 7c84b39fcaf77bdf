import { ErrorDominio } from '../plataforma/index.ts';

export const erroresDeSello = {
  noExpedido: () =>
    new ErrorDominio('sello.no-expedido', 404, 'Esta oficina no expidió un documento con ese código.'),
} as const;
