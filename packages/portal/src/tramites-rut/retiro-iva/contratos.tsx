import { formatearPesos } from '@autogestion/normas/dinero';
import type { Contrato } from '@autogestion/normas/rut';
import { z } from 'zod';
import { Boton, CampoPesos, CampoTexto } from '../../interfaz/index.ts';
import type { ContextoPagina } from '../../interfaz/recorrido/index.ts';
import { linea } from '../inscripcion/campos.ts';
import { pesosEscritos } from '../verificados/campos.tsx';

/** Rows of the page: whoever has more contracts writes the largest, and those with one party together. */
const MAXIMO = 20;
const FILAS = Array.from({ length: MAXIMO }, (_, i) => i + 1);
const LARGO_NOMBRE = 120;

/** The contracts of a year, a row each; the empty ones do not count. */
export const CONTRATOS = z
  .object(Object.fromEntries(FILAS.flatMap((n) => [`contratante-${n}`, `valor-${n}`]).map((c) => [c, linea])))
  .transform((v, ctx): { contratos: Contrato[] } => {
    const queja = (campo: string, message: string) =>
      ctx.addIssue({ code: 'custom', path: [campo], message });
    const contratos: Contrato[] = [];
    for (const n of FILAS) {
      const contratante = v[`contratante-${n}`] ?? '';
      const valor = v[`valor-${n}`] ?? '';
      if (contratante === '' && valor === '') continue;
      if (contratante === '') queja(`contratante-${n}`, 'Escriba con quién fue este contrato.');
      if (contratante.length > LARGO_NOMBRE)
        queja(`contratante-${n}`, `El nombre puede tener hasta ${LARGO_NOMBRE} letras.`);
      const leido = pesosEscritos.safeParse(valor);
      if (leido.success) contratos.push({ contratante, valor: leido.data });
      else queja(`valor-${n}`, leido.error.issues[0]?.message ?? '');
    }
    if (contratos.length === 0 && ctx.issues.length === 0)
      queja('contratante-1', 'Escriba al menos un contrato, o vuelva y diga que no tuvo.');
    return { contratos };
  });

export function FilasDeContratos<R extends object, H extends object>({ c }: { c: ContextoPagina<R, H> }) {
  const escritas = FILAS.findLast((n) => c.valores[`contratante-${n}`] || c.valores[`valor-${n}`]) ?? 0;
  return (
    <>
      {FILAS.slice(0, escritas + 1).map((n) => (
        <fieldset class="govuk-fieldset">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">Contrato {n}</legend>
          <CampoTexto
            {...c.campo.texto(`contratante-${n}`)}
            etiqueta="Con quién"
            ayuda="Nombre o NIT, escrito igual si tiene varios con la misma persona o entidad"
            autocompletar="off"
            ortografia={false}
          />
          <CampoPesos {...c.campo.texto(`valor-${n}`)} etiqueta="Valor" />
        </fieldset>
      ))}
    </>
  );
}

/** After the main button, so that Enter does not press it. */
export const BotonOtroContrato = () => (
  <Boton variante="secundario" nombre="_accion" valor="agregar">
    Agregar otro contrato
  </Boton>
);

/** The page comes back with what was typed and one more empty row. */
export const accionesDeContratos = { agregar: async () => ({}) };

export const lineasDeContratos = (contratos: readonly Contrato[], anio: number) =>
  contratos.map((k) => ({
    clave: `Contrato de ${anio} con ${k.contratante}`,
    valor: formatearPesos(k.valor),
  }));
