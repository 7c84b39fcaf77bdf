import type { HTMLAttributes } from 'preact';

/** The custom elements that the islands define, so that JSX accepts them on the server. */
declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'ag-compartir': HTMLAttributes<HTMLElement> & { 'data-titulo': string; 'data-direccion': string };
      'ag-copiable': HTMLAttributes<HTMLElement>;
      'ag-direccion': HTMLAttributes<HTMLElement> & { 'data-de': string };
      'ag-entrega': HTMLAttributes<HTMLElement> & {
        'data-empezar'?: string;
        'data-seguir'?: string;
        'data-nombre'?: string;
        'data-bytes'?: string;
        'data-recibidos'?: string;
      };
      'ag-selector': HTMLAttributes<HTMLElement>;
      'ag-calculo': HTMLAttributes<HTMLElement> & { 'data-a': string; 'data-de': string };
      'ag-llenar': HTMLAttributes<HTMLElement> & { 'data-vivo': string };
      'ag-lector-de-qr': HTMLAttributes<HTMLElement> & { 'data-leer': string };
      'ag-llave': HTMLAttributes<HTMLElement> & { 'data-modo': string; 'data-opciones': string };
      'ag-verificar-qr': HTMLAttributes<HTMLElement>;
      'ag-region': HTMLAttributes<HTMLElement> & { 'data-recargar-cada'?: number | undefined };
    }
  }
}
