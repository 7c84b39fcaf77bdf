import { aplicar, artificio, elemento, PAGINA, type Documento, type Elemento } from '../pdf/documento.ts';
import { ANCHO, COLOR, IZQUIERDA } from '../pdf/estilo.ts';
import { marcaDeAgua } from '../pdf/marca-de-agua.ts';
import { dibujarFilas, dibujarMarcos } from './fila.ts';
import { ALTO_TITULO, type Bloque } from './repartir.ts';
import type { Disposicion, PedidoImpreso } from './tipos.ts';

/** Everything that is under the text: watermark, bands of titles, frames of boxes. */
export function dibujarFondos(
  documento: Documento,
  bloques: Bloque[],
  { demostracion, marca }: PedidoImpreso,
): void {
  if (marca ?? demostracion) marcaDeAgua(documento, marca);
  artificio(documento, 'Layout', () => {
    for (const bloque of bloques) {
      documento.rect(IZQUIERDA, bloque.y, ANCHO, ALTO_TITULO).fill(COLOR.niebla);
      documento.rect(IZQUIERDA, bloque.y, 3, ALTO_TITULO).fill(COLOR.petroleo);
      dibujarMarcos(documento, bloque.filas, IZQUIERDA);
    }
  });
}

/** A section: its title and a table of boxes. */
export function dibujarBloque(documento: Documento, bloque: Bloque): Elemento {
  const nombre = bloque.continuacion ? `${bloque.seccion} (continuación)` : bloque.seccion;
  const titulo = elemento(documento, 'H2', {}, [
    () => {
      aplicar(documento, { fuente: 'negra', tamano: 7.6, color: COLOR.petroleo });
      documento.text(nombre.toLocaleUpperCase('es'), IZQUIERDA + 9, bloque.y + 2.2, {
        characterSpacing: 0.4,
        width: ANCHO - 18,
        height: ALTO_TITULO - 3,
        ellipsis: true,
      });
    },
  ]);
  return elemento(documento, 'Sect', { title: nombre }, [
    titulo,
    ...dibujarFilas(documento, bloque.filas, {
      izquierda: IZQUIERDA,
      titulo: nombre,
      porColumnas: bloque.porColumnas,
    }),
  ]);
}

/** Date of generation, and the number of the page: sheets are numbered by the form, and one may take several. */
export function dibujarPie(
  documento: Documento,
  { adjunto, numeracion = 'Página' }: Disposicion,
  { generadoEn, pie = delSello(adjunto) }: PedidoImpreso,
  pagina: { numero: number; total: number },
): Elemento {
  const y = PAGINA.alto - 44;
  artificio(documento, 'Pagination', () => {
    documento
      .moveTo(IZQUIERDA, y)
      .lineTo(IZQUIERDA + ANCHO, y)
      .lineWidth(0.8)
      .stroke(COLOR.petroleo);
    aplicar(documento, { fuente: 'regular', tamano: 6.6, color: COLOR.tinta });
    documento.text(`${numeracion} ${pagina.numero} de ${pagina.total}`, IZQUIERDA, y + 5, {
      width: ANCHO,
      align: 'right',
    });
  });
  return elemento(documento, 'P', {}, [
    () => {
      aplicar(documento, { fuente: 'seminegra', tamano: 6.6, color: COLOR.tinta });
      const fecha = fechaDeGeneracion(generadoEn);
      documento.text(`Fecha generación documento PDF: ${fecha}`, IZQUIERDA, y + 5, { width: ANCHO - 80 });
      aplicar(documento, { fuente: 'regular', tamano: 6.2, color: COLOR.secundario });
      documento.text(pie, IZQUIERDA, y + 14.5, { width: ANCHO });
    },
  ]);
}

const delSello = (adjunto: string) =>
  `Sellado electrónicamente: el sello, los datos adjuntos (${adjunto}) y el QR permiten comprobarlo sin conexión. ` +
  'Si lo imprime, compruébelo con el QR.';

/** `DD-MM-AAAA HH:MM:SSAM` or `PM`, in Bogotá, as the form prints it. */
export function fechaDeGeneracion(instante: Date): string {
  const partes = new Intl.DateTimeFormat('en-US', {
    timeZone: 'America/Bogota',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h12',
  }).formatToParts(instante);
  const parte = (tipo: Intl.DateTimeFormatPartTypes) => partes.find(({ type }) => type === tipo)?.value ?? '';
  const fecha = `${parte('day')}-${parte('month')}-${parte('year')}`;
  return `${fecha} ${parte('hour')}:${parte('minute')}:${parte('second')}${parte('dayPeriod').toUpperCase()}`;
}
