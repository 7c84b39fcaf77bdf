import {
  autorizacion,
  municipio,
  type Comun,
  type NombresDePersona,
} from '../../../interfaz/preguntas/index.ts';

export const PIDA_EL_DOCUMENTO =
  'Pida el documento original. Compare la foto, los nombres, el número y la fecha de expedición con la persona que tiene delante.';

/** That the official saw the original document, and that it is of the person who brings it. */
export const identidadVista = <D,>(o: Pick<Comun<true, D>, 'antes'> = {}) =>
  autorizacion<D>({
    campo: 'vista',
    antes: o.antes ?? PIDA_EL_DOCUMENTO,
    etiqueta: 'Lo que usted comprobó',
    texto: 'Vi el documento original, y quien lo presenta es la persona de la foto',
    falta:
      'Marque la casilla después de ver el documento original y comprobar que es de la persona. Si no pudo, no siga.',
  });

/** Surnames first, as the document writes them. */
export const enElDocumento = (v: NombresDePersona): string =>
  [v.primerApellido, v.segundoApellido, v.primerNombre, v.otrosNombres].filter(Boolean).join(' ');

/** Where the document was issued: `''` out of Colombia. */
export const lugarDeExpedicion = <D,>(o: Pick<Comun<string, D>, 'hoy'> = {}) =>
  municipio<D>({
    ...o,
    etiqueta: 'Municipio',
    ayuda: 'El que dice el documento. Déjelo vacío si no es de Colombia.',
    opcional: true,
    rotulo: 'Lugar de expedición',
    ninguno: 'Fuera de Colombia',
    ejemplos: [{ municipio: '11001' }, { municipio: '' }],
  });
