import { aplicar, artificio, elemento, PAGINA, type Documento, type Elemento } from '../pdf/documento.ts';
import { dibujarCelda } from './celda.ts';
import { ANCHO, COLOR, IZQUIERDA, MARGEN } from '../pdf/estilo.ts';
import { marcaDeAgua } from '../pdf/marca-de-agua.ts';
import { ALTO_TITULO, type Bloque } from './plan.ts';
import type { PedidoFormulario001 } from './tipos.ts';

/** Everything that is under the text: watermark of the demonstration, bands of titles, frames of boxes. */
export function dibujarFondos(documento: Documento, bloques: Bloque[], demostracion: boolean): void {
  if (demostracion) marcaDeAgua(documento);
  artificio(documento, 'Layout', () => {
    for (const bloque of bloques) {
      documento.rect(IZQUIERDA, bloque.y, ANCHO, ALTO_TITULO).fill(COLOR.niebla);
      documento.rect(IZQUIERDA, bloque.y, 3, ALTO_TITULO).fill(COLOR.petroleo);
      for (const fila of bloque.filas) {
        let x = IZQUIERDA;
        for (const celda of fila.celdas) {
          documento.rect(x, fila.y, celda.ancho, fila.alto).lineWidth(0.5).stroke(COLOR.linea);
          x += celda.ancho;
        }
      }
    }
  });
}

/** A section: its title and a table of boxes. */
export function dibujarBloque(documento: Documento, bloque: Bloque, escala: number): Elemento {
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
  const filas = bloque.filas.flatMap((fila) => {
    let x = IZQUIERDA;
    return fila.celdas.map((celda) => {
      const tr = dibujarCelda(documento, celda, x, fila.y, escala);
      x += celda.ancho;
      return tr;
    });
  });
  return elemento(documento, 'Sect', { title: nombre }, [
    titulo,
    elemento(documento, 'Table', { title: nombre }, filas),
  ]);
}

/** Short header of the pages of sheet 1 after the first. */
export function dibujarContinuacion(documento: Documento, { numeroFormulario }: PedidoFormulario001): void {
  artificio(documento, 'Pagination', () => {
    documento.rect(IZQUIERDA, MARGEN, ANCHO, 20).fill(COLOR.petroleo);
    aplicar(documento, { fuente: 'seminegra', tamano: 8.5, color: COLOR.papel });
    const texto = `001 · Formulario del Registro Único Tributario · n.º ${numeroFormulario} · continuación`;
    documento.text(texto, IZQUIERDA + 12, MARGEN + 5, { lineBreak: false });
  });
}

/** Date of generation, and the number of the page: sheets are numbered by the form, and one may take several. */
export function dibujarPie(
  documento: Documento,
  pedido: PedidoFormulario001,
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
    documento.text(`Página ${pagina.numero} de ${pagina.total}`, IZQUIERDA, y + 5, {
      width: ANCHO,
      align: 'right',
    });
  });
  return elemento(documento, 'P', {}, [
    () => {
      aplicar(documento, { fuente: 'seminegra', tamano: 6.6, color: COLOR.tinta });
      const fecha = fechaDeGeneracion(pedido.generadoEn);
      documento.text(`Fecha generación documento PDF: ${fecha}`, IZQUIERDA, y + 5, { width: ANCHO - 80 });
      aplicar(documento, { fuente: 'regular', tamano: 6.2, color: COLOR.secundario });
      documento.text(
        'Sellado electrónicamente: el sello, los datos adjuntos (rut.json) y el QR permiten comprobarlo sin conexión. ' +
          'Si lo imprime, compruébelo con el QR.',
        IZQUIERDA,
        y + 14.5,
        { width: ANCHO },
      );
    },
  ]);
}

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
