import { actividad } from '@autogestion/normas/actividades';
import { formatearPesos } from '@autogestion/normas/dinero';
import type { Columna } from '@autogestion/normas/formularios/motor';
import { municipio, nombreCompleto } from '@autogestion/normas/geografia';

/** A cell of an annex as it is read: the name of what is a code, pesos with their points. */
export function celdaEnPalabras(columna: Columna, valor: string | number | bigint | undefined): string {
  if (valor === undefined || valor === '') return '';
  const texto = String(valor);
  switch (columna.clase) {
    case 'pesos':
      return formatearPesos(BigInt(valor));
    case 'tarifa':
      return columna.porMil ? `${texto.replace('.', ',')} por mil` : texto.replace('.', ',');
    case 'codigo': {
      const nombre = columna.nombres?.[columna.codigos?.indexOf(texto) ?? -1];
      return nombre === undefined ? texto : `${texto}: ${nombre}`;
    }
    case 'texto':
      return nombreDelCodigo(columna, texto);
  }
}

function nombreDelCodigo({ lectura }: Columna, texto: string): string {
  if (lectura === 'municipio') {
    const suyo = municipio(texto);
    return suyo ? nombreCompleto(suyo) : texto;
  }
  const titulo = lectura === 'ciiu' ? actividad(texto)?.titulo : undefined;
  return titulo === undefined ? texto : `${texto}, ${titulo}`;
}
