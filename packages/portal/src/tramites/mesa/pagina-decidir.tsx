import { definidos } from '@autogestion/normas/definidos';
import { AreaTexto, Boton, camposDe, FormularioPost, TextoInset } from '../../interfaz/index.ts';
import type { Formulario } from '../../plataforma/index.ts';
import type { Comprobacion } from '../comprobar-solicitud.ts';
import type { Caso } from '../consultas.ts';
import { Condiciones } from '../paginas/condiciones.tsx';
import { paginaDeMesa, type Funcionaria } from './marco.tsx';

/** Writing the decision: the kind's template, to be changed as needed. */
export function paginaDecidir(o: {
  yo: Funcionaria;
  caso: Caso;
  /** A direction of the flow, or `devuelta`. */
  sentido: string;
  comprobacion: Comprobacion;
  valores: Formulario;
  errores?: Record<string, string>;
}): string {
  const { caso, sentido, yo } = o;
  const como = caso.tipo.flujo.sentidos[sentido];
  const campo = camposDe({ valores: o.valores, errores: o.errores ?? {} });
  const dosPersonas = caso.cuatroOjos && sentido !== 'devuelta';
  return paginaDeMesa({
    yo,
    titulo: `${como?.verbo ?? 'Devolver por requisitos'}: ${caso.tipo.nombre}`,
    migas: [{ texto: caso.radicado, href: `/mesa/tramites/${caso.radicado}` }],
    ...definidos({ errores: o.errores }),
    children: (
      <>
        <TextoInset>
          {como?.resuelve ??
            'Se devuelve la solicitud porque le faltan requisitos. La persona puede presentarla otra vez.'}{' '}
          {como?.conRecursos ? 'El acto dirá qué recursos tiene y hasta cuándo.' : ''}
        </TextoInset>
        <FormularioPost accion={`/mesa/tramites/${caso.radicado}/decidir/${sentido}`} csrf={yo.csrf}>
          <AreaTexto
            {...campo.texto('razones')}
            etiqueta="Razones"
            ayuda="Como las va a leer la persona. Separe los párrafos con una línea en blanco."
            filas={12}
            maximo={8_000}
          />
          <AreaTexto
            {...campo.texto('fundamento')}
            etiqueta="Fundamento: los artículos"
            filas={4}
            maximo={2_000}
          />
          <Boton variante={como?.conEfecto ? 'principal' : 'peligro'}>
            {dosPersonas ? 'Pasar a confirmación' : (como?.verbo ?? 'Devolver')}
          </Boton>
        </FormularioPost>
        <h2 class="govuk-heading-m">Condiciones, hoy</h2>
        <Condiciones evaluacion={o.comprobacion.evaluacion} />
      </>
    ),
  });
}

/** The second official reads what the first prepared, and confirms it as it is. */
export function paginaConfirmar(o: { yo: Funcionaria; caso: Caso; comprobacion: Comprobacion }): string {
  const { caso, yo } = o;
  const { proyecto } = caso.marcha;
  return paginaDeMesa({
    yo,
    titulo: `Confirmar la decisión: ${caso.tipo.nombre}`,
    migas: [{ texto: caso.radicado, href: `/mesa/tramites/${caso.radicado}` }],
    children: proyecto ? (
      <>
        <TextoInset>{caso.tipo.flujo.sentidos[proyecto.sentido]?.resuelve}</TextoInset>
        <h2 class="govuk-heading-m">Razones</h2>
        <p class="govuk-body mensaje__texto">{proyecto.razones}</p>
        <h2 class="govuk-heading-m">Fundamento</h2>
        <p class="govuk-body mensaje__texto">{proyecto.fundamento}</p>
        <FormularioPost accion={`/mesa/tramites/${caso.radicado}/confirmar`} csrf={yo.csrf}>
          <Boton>Confirmar la decisión</Boton>
        </FormularioPost>
        <h2 class="govuk-heading-m">Condiciones, hoy</h2>
        <Condiciones evaluacion={o.comprobacion.evaluacion} />
      </>
    ) : (
      <p class="govuk-body">No hay una decisión preparada que confirmar.</p>
    ),
  });
}
