import { Etiqueta } from '../../interfaz/index.ts';
import { VistaDePresentacion } from '../../sello/index.ts';
import { DocumentosALaVista, ListaDeAdjuntos } from '../adjuntos/index.ts';
import { nombreDelEstado, palabrasDe } from '../palabras.ts';
import { Condiciones } from '../paginas/condiciones.tsx';
import { Hechos } from '../paginas/hechos.tsx';
import { Plazos } from '../paginas/plazo.tsx';
import { SEMAFORO, tonoDeEstado } from '../paginas/tonos.ts';
import { Acciones } from './acciones.tsx';
import { Escribir, Verificaciones } from './anotaciones.tsx';
import type { PropsDeCasoEnMesa } from './lo-del-caso.ts';
import { paginaDeMesa } from './marco.tsx';
import { RutAlLado } from './rut-al-lado.tsx';
import { SinNotificar } from './sin-notificar.tsx';

/** A case with the person's RUT beside it, and what the official can do. */
export function paginaCasoEnMesa(o: PropsDeCasoEnMesa): string {
  const { caso, yo } = o;
  return paginaDeMesa({
    yo,
    titulo: `${caso.tipo.nombre}, ${caso.radicado}`,
    migas: [{ texto: 'Trámites', href: `/mesa/tramites?rol=${caso.marcha.rol}` }],
    ...(o.errores && { errores: o.errores }),
    children: (
      <>
        <p class="govuk-body">
          <Etiqueta tono={tonoDeEstado(caso)}>{nombreDelEstado(caso)}</Etiqueta>{' '}
          {caso.marcha.turno === 'nadie' ? null : (
            <Etiqueta tono={SEMAFORO[o.semaforo].tono}>{SEMAFORO[o.semaforo].texto}</Etiqueta>
          )}{' '}
          {quienLoTiene(o)}
        </p>
        <div class="a-dos-columnas">
          <div>
            {caso.marcha.turno === 'nadie' ? null : <Plazos caso={caso} />}
            {o.atiende ? <SinNotificar {...o} /> : null}
            <Acciones {...o} />
            <h2 class="govuk-heading-m">Condiciones, hoy</h2>
            <Condiciones evaluacion={o.comprobacion.evaluacion} />
            {o.tiene ? <Verificaciones {...o} /> : null}
            <h2 class="govuk-heading-m">{palabrasDe(caso.tipo.flujo).contenido.mesa}</h2>
            <VistaDePresentacion presentacion={caso.tipo.presentar(caso.solicitud)} nivel={3} />
            {o.adjuntos.length + caso.aLaVista.length > 0 ? (
              <h2 class="govuk-heading-m">Documentos que entregó</h2>
            ) : null}
            <DocumentosALaVista pedidos={caso.tipo.documentos(caso.solicitud)} vistos={caso.aLaVista} />
            <ListaDeAdjuntos base={`/mesa/tramites/${caso.radicado}/documentos`} adjuntos={o.adjuntos} />
            <h2 class="govuk-heading-m">Qué ha pasado</h2>
            <Hechos caso={caso} nombres={o.nombres} para="mesa" />
            {o.tiene ? <Escribir {...o} /> : null}
          </div>
          <RutAlLado version={o.version} estado={o.estadoRut} />
        </div>
      </>
    ),
  });
}

function quienLoTiene({ caso, nombres, tiene }: PropsDeCasoEnMesa): string {
  if (tiene) return 'Lo tiene usted.';
  const { asignadoA } = caso.marcha;
  return asignadoA ? `Lo tiene ${nombres.get(asignadoA) ?? 'otra persona'}.` : 'Nadie lo tiene.';
}
